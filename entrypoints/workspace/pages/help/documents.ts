import type { Key } from '@/lib/i18n';

/** The documents that the product carries, each read from its own file of docs/ when it is opened. Not all are here: most tell contributors how it is made. */
export const DOCUMENTS = {
  hub: { title: 'workspace.help_hub', text: () => import('@/docs/hub.md?raw') },
  'survey-snippet': { title: 'workspace.help_snippet', text: () => import('@/docs/survey-snippet.md?raw') },
  'hub-capacity': { title: 'workspace.help_capacity', text: () => import('@/docs/hub-capacity.md?raw') },
} as const satisfies Record<string, { title: Key; text(): Promise<{ default: string }> }>;

export type DocumentName = keyof typeof DOCUMENTS;

export const isDocument = (name: string): name is DocumentName => Object.hasOwn(DOCUMENTS, name);
