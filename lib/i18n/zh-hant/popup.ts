export default {
  open_workspace: '開啟工作區',
  open_side_bar: '在側邊欄開啟',
  this_page: '此頁面',
  no_site: '這不是網站頁面，沒有可顯示的人。',
  state_off: '已關閉：不讀取此處內容。',
  state_hidden: '暫時隱藏。',
  state_nobody: '此頁面沒有人。',
  state_unrecognised: '未能辨識此頁面。',
  strangers_other: '此頁面另有{count}人不在聯絡人中。',
  today_other: '今天有{count}件事',
  today_nothing: '今天沒有事',
} as const;
