export default {
  open: '在瀏覽器側邊欄中開啟',
  looked_up: '查詢：{text}',
  asked_none: '聯絡人中沒有這個人。',
  asked_some_other: '可能是這{count}位聯絡人。',
  asked_who: '可能是誰',
  not_among_them: '都不是',
} as const;
