/** 用户自己教会的网站。 */
export default {
  taught: '你教会的网站',
  taught_none: '还没有。遇到未识别的邮件时，点击工具栏按钮，选择“教Sidelight读此页面”。',
  taught_about: '仅在已开启的网站上有效。',
  since: '自{month}',
  save_file: '存为文件',
  save_file_of: '存为文件：{hosts}',
  forget: '忘记',
  forget_of: '忘记{hosts}',
  forgotten: 'Sidelight已忘记如何读取{hosts}。',
  take_file: '从文件添加',
  taken: '已为{hosts}添加。没有因此开启任何网站。',
  not_taken: '未添加此文件。问题如下：',
  too_long: '此文件太长，不是网站读取方式的文件。请选择在这里保存的文件。',
} as const;
