import { bestLanguage } from '../../lib/surveys/language.ts';

const WORDS = {
  en: {
    noscript: 'This form needs JavaScript: your answer is encrypted in your browser before it is sent.',
    closed: 'This form is closed. It takes no answers any more.',
    unknown: 'There is no form at this address. Check the link.',
    failed: 'The form cannot be shown now. Try again later.',
    front:
      'This is a Sidelight hub. To connect it, copy the whole address of this page into Sidelight under Surveys.',
  },
  'zh-Hans': {
    noscript: '此表单需要 JavaScript：您的回答会先在浏览器中加密，然后才发送。',
    closed: '此表单已关闭，不再接受回答。',
    unknown: '此地址没有表单。请检查链接。',
    failed: '现在无法显示此表单。请稍后再试。',
    front: '这是一个 Sidelight 中转站。要连接它，请把本页的完整地址复制到 Sidelight 的“调查”中。',
  },
  'zh-Hant': {
    noscript: '此表單需要 JavaScript：您的回覆會先在瀏覽器中加密，然後才送出。',
    closed: '此表單已關閉，不再接受回覆。',
    unknown: '此網址沒有表單。請檢查連結。',
    failed: '目前無法顯示此表單。請稍後再試。',
    front: '這是一個 Sidelight 中繼站。若要連線，請將本頁的完整網址複製到 Sidelight 的「調查」中。',
  },
};

/** What the hub's own pages say, in the nearest language that they have. */
export function pageWords(wanted: readonly string[]) {
  const lang = bestLanguage(Object.keys(WORDS), wanted);
  return { lang, ...WORDS[lang as keyof typeof WORDS] };
}
