import { OWNER, PEOPLE, type Person } from './people.ts';

export type Part = {
  by: 'them' | 'me';
  text: string;
  html?: string;
  cc?: Person[];
  attachment?: { name: string; text: string };
};

export type Talk = { subject: string; mails: Part[] };

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>');

function signature(person: Person): string {
  const company = person.address.split('@')[1]?.split('.')[0] ?? '';
  return `--\n${person.name || person.address}\n${company}\n${person.address}\nTel +49 30 5550 ${String(1000 + person.address.length * 37)}`;
}

const CHINESE: ((person: Person) => Talk)[] = [
  () => ({
    subject: '报价单 RFQ-2081',
    mails: [
      { by: 'them', text: '您好，\n\n请报 500 件 A-17 的价格和交期。\n\n谢谢' },
      { by: 'me', text: '您好，\n\n价格表周五前发给您。' },
      { by: 'them', text: '好的，等您的价格表。另外请确认一下包装。' },
    ],
  }),
  () => ({
    subject: '样品寄送',
    mails: [
      {
        by: 'them',
        text: '样品已寄出，单号 SF1044。',
        attachment: { name: '样品清单.csv', text: 'sku,qty\nA-17,3\n' },
      },
    ],
  }),
  () => ({
    subject: '关于合同的修改意见',
    mails: [
      { by: 'me', text: '合同草稿见附件，请过目。' },
      { by: 'them', text: '第七条的付款方式请改为三十天。' },
    ],
  }),
];

const TRADITIONAL: ((person: Person) => Talk)[] = [
  () => ({
    subject: '詢價：A-17 五百件',
    mails: [
      { by: 'them', text: '您好，\n\n請提供 A-17 五百件的報價與交期。\n\n謝謝' },
      { by: 'me', text: '您好，\n\n報價單週五前寄給您。' },
      { by: 'them', text: '收到。請一併說明付款條件。' },
    ],
  }),
];

const ENGLISH: ((person: Person) => Talk)[] = [
  (person) => ({
    subject: 'Price list for the spring order',
    mails: [
      { by: 'them', text: 'Hello,\n\ncould you send me the price list for 500 pieces?\n\nThank you' },
      { by: 'me', text: 'Hello,\n\nyou will have the price list by Friday.' },
      {
        by: 'them',
        text: 'Good. One more question: how long is the delivery?',
        html: `<p>Good. One more question: how long is the <b>delivery</b>?</p><p>${escapeHtml(signature(person))}</p>`,
      },
    ],
  }),
  () => ({
    subject: 'Invoice 20417',
    mails: [
      {
        by: 'me',
        text: 'Please find the invoice attached.',
        attachment: { name: 'invoice-20417.csv', text: 'item,amount\nA-17,480.00\n' },
      },
      { by: 'them', text: 'Received. It will be paid this week.' },
    ],
  }),
  () => ({
    subject: 'Meeting on Thursday',
    mails: [{ by: 'them', text: 'Does Thursday at ten suit you? Ivan would join us.', cc: [PEOPLE.petrov] }],
  }),
  () => ({
    subject: 'Two pieces arrived broken',
    mails: [
      { by: 'them', text: 'Two of the pieces arrived broken. What do you suggest?' },
      { by: 'me', text: 'I am sorry. Two new ones leave today.' },
      { by: 'them', text: 'They are here and whole. Thank you.' },
    ],
  }),
];

function languageOf(person: Person): ((person: Person) => Talk)[] {
  if (person === PEOPLE.chen) return TRADITIONAL;
  return /^[\u4e00-\u9fff（）]+$/.test(person.name) ? CHINESE : ENGLISH;
}

/** One exchange with `person`, their part last; signed, and in Chinese for people with a Chinese name. */
export function conversation(person: Person, round: number): Talk {
  const choice = languageOf(person);
  const spread = round + person.address.length + person.address.charCodeAt(0);
  const talk = (choice[spread % choice.length] as (typeof choice)[number])(person);
  const subject = round === 0 ? talk.subject : `${talk.subject} (${round})`;
  const mails = talk.mails.map((part) => ({
    ...part,
    text: `${part.text}\n\n${part.by === 'me' ? `--\n${OWNER.name}` : signature(person)}\n`,
  }));
  return { subject, mails };
}
