import type { Key, Language } from '@/lib/i18n';

type Text = () => Promise<{ default: string }>;

interface HelpDocument {
  title: Key;
  /** Each is read from its own file of docs/ when it is opened; English where a language has none. */
  texts: { en: Text } & Partial<Record<Language, Text>>;
}

/** The documents for users, which the product carries. Those for contributors stay with its source. */
export const DOCUMENTS = {
  'getting-started': {
    title: 'workspace.help_start',
    texts: {
      en: () => import('@/docs/getting-started.md?raw'),
      'zh-Hans': () => import('@/docs/getting-started.zh-Hans.md?raw'),
      'zh-Hant': () => import('@/docs/getting-started.zh-Hant.md?raw'),
    },
  },
  privacy: { title: 'workspace.help_privacy', texts: { en: () => import('@/docs/privacy.md?raw') } },
  sites: { title: 'workspace.help_sites', texts: { en: () => import('@/docs/sites.md?raw') } },
  'adding-a-site': {
    title: 'workspace.help_teach',
    texts: { en: () => import('@/docs/adding-a-site.md?raw') },
  },
  figures: { title: 'workspace.help_figures', texts: { en: () => import('@/docs/figures.md?raw') } },
  segments: { title: 'workspace.help_segments', texts: { en: () => import('@/docs/segments.md?raw') } },
  insights: { title: 'workspace.help_insights', texts: { en: () => import('@/docs/insights.md?raw') } },
  'deals-and-care': {
    title: 'workspace.help_care',
    texts: { en: () => import('@/docs/deals-and-care.md?raw') },
  },
  'data-health': { title: 'workspace.help_health', texts: { en: () => import('@/docs/data-health.md?raw') } },
  hub: { title: 'workspace.help_hub', texts: { en: () => import('@/docs/hub.md?raw') } },
  'survey-snippet': {
    title: 'workspace.help_snippet',
    texts: { en: () => import('@/docs/survey-snippet.md?raw') },
  },
  'survey-schedules': {
    title: 'workspace.help_schedules',
    texts: { en: () => import('@/docs/survey-schedules.md?raw') },
  },
  'survey-analysis': {
    title: 'workspace.help_analysis',
    texts: { en: () => import('@/docs/survey-analysis.md?raw') },
  },
  complaints: { title: 'workspace.help_complaints', texts: { en: () => import('@/docs/complaints.md?raw') } },
  'hub-capacity': {
    title: 'workspace.help_capacity',
    texts: { en: () => import('@/docs/hub-capacity.md?raw') },
  },
} as const satisfies Record<string, HelpDocument>;

export type DocumentName = keyof typeof DOCUMENTS;

export const isDocument = (name: string): name is DocumentName => Object.hasOwn(DOCUMENTS, name);

/** A document in a language, or in English where it is not written in that one. */
export function textOf(name: DocumentName, language: Language): { lang: Language; text: Text } {
  const { texts }: HelpDocument = DOCUMENTS[name];
  const own = texts[language];
  return own ? { lang: language, text: own } : { lang: 'en', text: texts.en };
}
