export default {
  title: '練習信箱',
  banner: '練習：虛構的人。與你自己的聯絡人無關。',
  open_workspace: '開啟他們的工作區',
  mails: '郵件',
  to: '致{name}',
} as const;
