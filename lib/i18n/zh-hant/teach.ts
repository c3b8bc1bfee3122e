/** 使用者自己教會的網站。 */
export default {
  taught: '你教會的網站',
  taught_none: '還沒有。遇到無法辨識的郵件時，點選工具列按鈕，選擇「教Sidelight讀這個頁面」。',
  taught_about: '只在已開啟的網站上有效。',
  since: '自{month}',
  save_file: '存成檔案',
  save_file_of: '存成檔案：{hosts}',
  forget: '忘記',
  forget_of: '忘記{hosts}',
  forgotten: 'Sidelight已忘記如何讀取{hosts}。',
  take_file: '從檔案加入',
  taken: '已為{hosts}加入。沒有因此開啟任何網站。',
  not_taken: '沒有加入這個檔案。問題如下：',
  too_long: '這個檔案太長，不是網站讀取方式的檔案。請選擇在這裡儲存的檔案。',
} as const;
