import type { LateWords } from '../words';

const words: LateWords = {
  number: '您的編號',
  sent: '已送出',
  waiting: '已保存在這裡，連線後會自動送出。',
  refused: '這份問卷已不再接受回覆。',
  byHand: '這裡無法送出您的回覆。請自行寄出，只有收件人能讀取內容。',
  mail: '以電子郵件寄出',
  save: '儲存檔案',
  copy: '複製',
  copied: '已複製',
  faults: {
    required: '這一題需要回答。',
    email: '這不是電子郵件地址，格式如 name@example.com。',
    emailEnd: '地址在 @ 之後中斷，請補上，例如 example.com。',
    phone: '這不是電話號碼。請填數字，國碼前加 +。',
    number: '這不是數字，請只填數字。',
    low: '數值太小，請選大一點的。',
    high: '數值太大，請選小一點的。',
    step: '這個數值不在刻度上，請選最近的刻度。',
    date: '這不是日期，格式如 2026-11-21。',
    few: '請再選幾項。',
    many: '選得太多，請取消幾項。',
    long: '太長了，請縮短。',
    other: '請寫明是什麼。',
    rows: '還有幾列沒有回答。',
    choice: '請從這些選項中選擇。',
  },
};
export default words;
