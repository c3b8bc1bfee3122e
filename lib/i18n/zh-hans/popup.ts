export default {
  open_workspace: '打开工作台',
  open_side_bar: '在侧边栏中打开',
  this_page: '此页面',
  no_site: '这不是网站页面，没有可显示的人。',
  state_off: '已关闭：不读取此处内容。',
  state_hidden: '暂时隐藏。',
  state_nobody: '此页面没有人。',
  state_unrecognised: '未能识别此页面。',
  strangers_other: '此页面另有{count}人不在联系人中。',
  today_other: '今天有{count}件事',
  today_nothing: '今天没有事',
} as const;
