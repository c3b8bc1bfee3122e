import type { MarkWord, OverlayState } from '@/lib/api/views';

type Language = OverlayState['language'];
type Words = Record<MarkWord | 'known' | 'panel' | 'fold' | 'unfold' | 'orphan', string>;

/** The few words that are shown inside a page. A content script loads nothing on demand, so all three languages are here. */
export const WORDS: Record<Language, Words> = {
  en: {
    known: 'In your contacts',
    late: 'Something is late',
    promise: 'Promise open',
    task: 'Task due',
    waiting: 'Waiting for your answer',
    due: 'Time to get in touch',
    check: 'Something to know before sending: see the panel',
    panel: 'Sidelight',
    fold: 'Fold Sidelight',
    unfold: 'Unfold Sidelight',
    orphan: 'Sidelight was updated. Reload this page to go on.',
  },
  'zh-Hans': {
    known: '在联系人中',
    late: '有事项逾期',
    promise: '有未完成的承诺',
    task: '有到期任务',
    waiting: '在等你回复',
    due: '该联系了',
    check: '发送前请看侧栏提示',
    panel: 'Sidelight',
    fold: '折叠 Sidelight',
    unfold: '展开 Sidelight',
    orphan: 'Sidelight 已更新，请重新加载此页面。',
  },
  'zh-Hant': {
    known: '在聯絡人中',
    late: '有事項逾期',
    promise: '有未完成的承諾',
    task: '有到期任務',
    waiting: '在等你回覆',
    due: '該聯絡了',
    check: '寄出前請看側欄提示',
    panel: 'Sidelight',
    fold: '收合 Sidelight',
    unfold: '展開 Sidelight',
    orphan: 'Sidelight 已更新，請重新載入此頁面。',
  },
};
