export default {
  title: '练习邮箱',
  banner: '练习：虚构的人。与你自己的联系人无关。',
  open_workspace: '打开他们的工作台',
  mails: '邮件',
  to: '致{name}',
} as const;
