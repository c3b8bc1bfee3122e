import type { ExitReason } from '../exit-reasons';
import type { PracticeLanguage } from './shape';

/** What is known of practice people beyond their mails: what they need, like and were promised, and what may be sold to them. */
export interface PracticeCare {
  needs: readonly string[];
  deals: readonly string[];
  steps: readonly string[];
  won: string;
  lost: readonly (readonly [ExitReason, string])[];
  gifts: readonly string[];
  /** From -2 to 2, and why. */
  moods: readonly (readonly [number, string])[];
  promises: readonly string[];
  theirs: readonly string[];
  likes: readonly string[];
  avoids: readonly string[];
}

/** What one unit is worth in EUR, so that amounts of all currencies have a sum. */
export const RATES: Readonly<Record<string, number>> = {
  NOK: 0.086,
  USD: 0.92,
  GBP: 1.16,
  CNY: 0.128,
  TWD: 0.029,
  HKD: 0.118,
};

export const CARE: Readonly<Record<PracticeLanguage, PracticeCare>> = {
  en: {
    needs: [
      'A second supplier before the summer',
      'Shorter delivery than six weeks',
      'Somebody who can train the new team',
      'One invoice a quarter instead of one an order',
      'A reading that does not drift in the cold',
    ],
    deals: [
      'Spectrometer with training',
      'Spare sensors for a year',
      'Calibration of eight probes',
      'Field kit for the new team',
      'Service contract',
      'Second measuring station',
    ],
    steps: ['Send the offer', 'Call about the date', 'Ask who decides', 'Show it on site'],
    won: 'They knew the service from before.',
    lost: [
      ['price', 'The other offer was a tenth lower.'],
      ['competitor', 'They stay with their old supplier.'],
      ['need', 'The project was put off.'],
      ['silent', 'Three mails without an answer.'],
    ],
    gifts: ['A book on tides', 'Tea from the trip', 'Tickets for the museum', 'A card for the anniversary'],
    moods: [
      [2, 'Glad about the quick delivery'],
      [1, 'In good spirits on the phone'],
      [0, 'Short of time'],
      [-1, 'Worried about the budget'],
      [-2, 'Cross about the missing part'],
    ],
    promises: [
      'send the data sheet',
      'ask about a discount',
      'send two references',
      'check the delivery date',
    ],
    theirs: ['send the drawings', 'ask the board'],
    likes: ['green tea', 'rowing', 'short mails', 'crime novels'],
    avoids: ['calls before ten', 'peanuts'],
  },
  'zh-Hans': {
    needs: [
      '入夏前要有第二家供应商',
      '交期能短于六周',
      '有人给新团队做培训',
      '按季度开一张发票',
      '低温下读数不漂移',
    ],
    deals: ['光谱仪及培训', '全年备用传感器', '八支探头校准', '新团队外业套装', '维保合同', '第二监测站'],
    steps: ['发送报价', '电话确认日期', '了解谁来决定', '现场演示'],
    won: '之前用过，服务放心。',
    lost: [
      ['price', '另一家便宜一成。'],
      ['competitor', '继续用原来的供应商。'],
      ['need', '项目推迟了。'],
      ['silent', '三封邮件没有回复。'],
    ],
    gifts: ['一本讲潮汐的书', '出差带回的茶', '博物馆门票', '周年贺卡'],
    moods: [
      [2, '对交货速度很满意'],
      [1, '电话里心情不错'],
      [0, '时间很紧'],
      [-1, '担心预算'],
      [-2, '因为缺件不高兴'],
    ],
    promises: ['发技术资料', '问一下折扣', '发两个参考案例', '确认交货日期'],
    theirs: ['发图纸过来', '问过领导再答复'],
    likes: ['绿茶', '划船', '简短的邮件', '推理小说'],
    avoids: ['上午十点前来电', '花生'],
  },
  'zh-Hant': {
    needs: [
      '入夏前要有第二家供應商',
      '交期能短於六週',
      '有人幫新團隊做訓練',
      '每季開一張發票',
      '低溫下讀數不飄移',
    ],
    deals: ['光譜儀及教育訓練', '全年備用感測器', '八支探棒校正', '新團隊外勤套組', '維護合約', '第二監測站'],
    steps: ['寄出報價', '電話確認日期', '了解誰來決定', '現場展示'],
    won: '之前用過，服務放心。',
    lost: [
      ['price', '另一家便宜一成。'],
      ['competitor', '繼續用原來的供應商。'],
      ['need', '專案延後了。'],
      ['silent', '三封信沒有回覆。'],
    ],
    gifts: ['一本講潮汐的書', '出差帶回的茶', '博物館門票', '週年賀卡'],
    moods: [
      [2, '對交貨速度很滿意'],
      [1, '電話裡心情不錯'],
      [0, '時間很趕'],
      [-1, '擔心預算'],
      [-2, '因為缺件不高興'],
    ],
    promises: ['寄技術資料', '問一下折扣', '寄兩個參考案例', '確認交貨日期'],
    theirs: ['寄圖面過來', '問過主管再答覆'],
    likes: ['綠茶', '划船', '簡短的信', '推理小說'],
    avoids: ['上午十點前來電', '花生'],
  },
};
