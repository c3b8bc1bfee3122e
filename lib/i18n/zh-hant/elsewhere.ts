/** 其他程式所做問卷的用語。 */
export default {
  bring: '從檔案匯入',
  bring_how: 'SurveyJS、Formbricks或Qualtrics的問卷（JSON或QSF）。檔案只在本機讀取。',
  bring_title: '來自{name}',
  read_other: '讀到{count}題。',
  all_read: '全部都有對應。',
  lost_other: '有{count}處在這裡沒有對應：',
  make: '建立問卷',
  file: '檔案',

  why_type: '沒有這種題型。',
  why_option: '題目保留，但不含這一項。',
  why_rule: '這個條件在這裡無法表達，請在編輯器裡重新設定。',
  why_empty: '沒有文字。',
  why_code: '不執行檔案裡的任何程式碼，也沒有對應。',
  why_flow: '這裡用頁面規則決定填答路徑。',
  why_long: '太長，已截斷。',

  problem_large: '檔案太大，不像是問卷。',
  problem_json: '檔案不是JSON。請選擇其他程式匯出的檔案。',
  problem_unknown: '檔案不是SurveyJS、Formbricks或Qualtrics的問卷。',
  problem_empty: '檔案裡沒有能在這裡提問的題目。',
} as const;
