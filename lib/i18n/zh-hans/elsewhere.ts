/** 其他程序所制问卷的用词。 */
export default {
  bring: '从文件导入',
  bring_how: 'SurveyJS、Formbricks或Qualtrics的问卷（JSON或QSF）。文件只在本机读取。',
  bring_title: '来自{name}',
  read_other: '读到{count}道题。',
  all_read: '全部都有对应。',
  lost_other: '有{count}处在这里没有对应：',
  make: '创建问卷',
  file: '文件',

  why_type: '没有这种题型。',
  why_option: '题目保留，但不含这一项。',
  why_rule: '这个条件在这里无法表达，请在编辑器里重新设置。',
  why_empty: '没有文字。',
  why_code: '不运行文件里的任何代码，也没有对应。',
  why_flow: '这里用页面规则决定答题路径。',
  why_long: '太长，已截断。',

  problem_large: '文件太大，不像是问卷。',
  problem_json: '文件不是JSON。请选择其他程序导出的文件。',
  problem_unknown: '文件不是SurveyJS、Formbricks或Qualtrics的问卷。',
  problem_empty: '文件里没有能在这里提问的题目。',
} as const;
