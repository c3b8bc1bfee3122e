import type { LateWords } from '../words';

const words: LateWords = {
  number: '你的编号',
  sent: '已提交',
  waiting: '已保存在这里，联网后自动提交。',
  refused: '这份问卷不再接收回答。',
  byHand: '这里无法提交你的回答。请自行发送，只有收件方能看到内容。',
  mail: '用邮件发送',
  save: '保存文件',
  copy: '复制',
  copied: '已复制',
  faults: {
    required: '这一题需要回答。',
    email: '这不是邮箱地址，格式如 name@example.com。',
    emailEnd: '地址在 @ 之后断了，请补全，例如 example.com。',
    phone: '这不是电话号码。请填数字，国家代码前加 +。',
    number: '这不是数字，请只填数字。',
    low: '数值太小，请选大一些的。',
    high: '数值太大，请选小一些的。',
    step: '这个数值不在刻度上，请选最近的刻度。',
    date: '这不是日期，格式如 2026-11-21。',
    few: '请再选几项。',
    many: '选得太多，请去掉几项。',
    long: '太长了，请缩短。',
    other: '请写明具体内容。',
    rows: '还有几行没有回答。',
    choice: '请从这些选项中选择。',
  },
};
export default words;
