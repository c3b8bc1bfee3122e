import type { CaseKind } from './cases';

/**
 * Draft of a first reply, in the language in which the customer wrote: it is a letter to them and no text of the interface.
 * It says that the message has come, that somebody looks after it and under which number, and promises nothing else.
 */

type Language = 'en' | 'zh-Hans' | 'zh-Hant';

interface Letter {
  /** How a customer is addressed whose name is not known. */
  nobody: string;
  greeting: (name: string) => string;
  opening: Record<CaseKind, string>;
  /** That it is seen to, and what more is to be known. */
  ask: Record<CaseKind, string>;
  number: (number: string) => string;
}

const LETTERS: Record<Language, Letter> = {
  en: {
    nobody: 'Hello,',
    greeting: (name) => `Dear ${name},`,
    opening: {
      complaint: 'I am sorry that this went wrong, and thank you for telling us.',
      question: 'Thank you for your question.',
      service: 'Thank you for your message.',
    },
    ask: {
      complaint: 'I am looking into it now. What would put it right for you?',
      question: 'I am looking into it now. Is there more that I should know?',
      service: 'I am looking into it now. Is there more that I should know?',
    },
    number: (number) => `Your number is ${number}.`,
  },
  'zh-Hans': {
    nobody: '您好：',
    greeting: (name) => `${name}，您好：`,
    opening: {
      complaint: '很抱歉让您遇到这样的问题，也感谢您告诉我们。',
      question: '感谢您的提问。',
      service: '感谢您的来信。',
    },
    ask: {
      complaint: '我正在处理这件事。您希望我们怎样解决？',
      question: '我正在查清楚。还有什么需要我知道的吗？',
      service: '我正在处理这件事。还有什么需要我知道的吗？',
    },
    number: (number) => `您的受理编号是 ${number}。`,
  },
  'zh-Hant': {
    nobody: '您好：',
    greeting: (name) => `${name}，您好：`,
    opening: {
      complaint: '很抱歉造成您的困擾，也謝謝您告訴我們。',
      question: '謝謝您的提問。',
      service: '謝謝您的來信。',
    },
    ask: {
      complaint: '我正在處理這件事。您希望我們怎麼解決？',
      question: '我正在查清楚。還有什麼需要我知道的嗎？',
      service: '我正在處理這件事。還有什麼需要我知道的嗎？',
    },
    number: (number) => `您的案件編號是 ${number}。`,
  },
};

/** @param lang of the answer, else as the text itself looks */
export function firstReply(
  given: { kind: CaseKind; number: string; text: string },
  { name, lang }: { name: string | null; lang: string | null },
): string {
  const letter = LETTERS[languageOf(lang, given.text)];
  const lines = [name ? letter.greeting(name) : letter.nobody, letter.opening[given.kind]];
  return [...lines, letter.ask[given.kind], letter.number(given.number)].join('\n\n');
}

/** Characters that only one of the two ways of writing has. */
const TRADITIONAL = /[這們個為說會來時對過還沒麼嗎點實覺請問謝買賣電話貨寄壞]/;
const HAN = /\p{Script=Han}/u;

function languageOf(lang: string | null, text: string): Language {
  if (lang && /^zh/i.test(lang)) return /hant|tw|hk|mo/i.test(lang) ? 'zh-Hant' : 'zh-Hans';
  if (lang || !HAN.test(text)) return 'en';
  return TRADITIONAL.test(text.replace(/[请问谢买卖电话货坏]/g, '')) ? 'zh-Hant' : 'zh-Hans';
}
