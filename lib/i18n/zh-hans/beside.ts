export default {
  open: '在浏览器侧边栏中打开',
  looked_up: '查找：{text}',
  asked_none: '联系人中没有此人。',
  asked_some_other: '可能是这{count}位联系人。',
  asked_who: '可能是谁',
  not_among_them: '都不是',
} as const;
