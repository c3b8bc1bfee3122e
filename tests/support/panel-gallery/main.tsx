import { render } from 'preact';
import { Panel } from '@/components/people/panel';
import { toast } from '@/components/ui/toast';
import { ApiError } from '@/lib/api/message';
import type { TabView } from '@/lib/api/views';
import { type Language, loadLanguage, markLanguage, t } from '@/lib/i18n';
import { fakeClient } from '../../components/workspace/fake-client';
import '../../../entrypoints/panel/panel.css';
import {
  sampleCandidates,
  sampleContact,
  sampleFresh,
  sampleItem,
  sampleList,
  sampleNamesake,
  sampleProfile,
  sampleStranger,
  sampleTab,
} from './samples';

const asked = new URLSearchParams(location.search);
const lang = (asked.get('lang') ?? 'en') as Language;
const state = asked.get('state') ?? 'known';

const note = (n: number, text: string, pinned: boolean) =>
  sampleItem({ id: `0198a000-0000-7000-8000-00000000020${n}`, type: 'note', text, pinned });

const VIEWS: Record<string, () => TabView> = {
  known: () => sampleTab(lang),
  note: () =>
    sampleTab(lang, {
      contact: sampleContact(lang, {
        notes: [
          note(1, 'Decides alone below NOK 200,000, above it Tomas signs too. Never call on Fridays.', true),
          note(2, 'Prefers freight as a line of its own.', false),
        ],
      }),
    }),
  fresh: () => sampleTab(lang, { logged: true, contact: sampleFresh(lang) }),
  stranger: () => sampleStranger(lang),
  list: () => sampleList(lang),
  candidates: () => sampleCandidates(lang),
  candidate: () => sampleCandidates(lang, 1),
  nobody: () => sampleTab(lang, { state: 'nobody', people: [], person: null, contact: null, kind: 'none' }),
  unrecognised: () =>
    sampleTab(lang, { state: 'unrecognised', people: [], person: null, contact: null, kind: 'none' }),
  off: () => sampleTab(lang, { state: 'off', people: [], person: null, contact: null, kind: 'none' }),
  offer: () => sampleTab(lang, { offerAutolog: true }),
  complete: () => sampleProfile(lang),
  profile: () => sampleNamesake(lang),
};

const client = fakeClient({
  'tab.view': () => {
    if (state === 'reload') throw new ApiError('reload', '');
    if (state === 'waiting') return new Promise<TabView>(() => undefined);
    return (VIEWS[state] ?? VIEWS.known)!();
  },
  'drafts.get': () => ({
    text:
      state === 'draft'
        ? 'Wants 2027 prices in NOK, with freight to Tromsø shown apart. Tomas signs above 200,000'
        : '',
  }),
  'drafts.put': () => ({}),
  'notes.add': () => ({ id: sampleContact().id }),
  'settings.get': () => ({ settings: { baseCurrency: 'EUR' } as never, device: {} as never }),
  'tags.find': () => sampleContact(lang).tags,
  'text.when': ({ text }) =>
    text.length > 8 ? { due: { date: '2026-11-27' }, rest: text, index: 0, length: 2 } : null,
  'contacts.find': () => [
    {
      id: sampleContact().id,
      name: 'Ingrid Solheim',
      title: null,
      company: 'Fjordlab AS',
      address: null,
      matched: null,
    },
  ],
  'contacts.view': () => (state === 'list' ? sampleFresh(lang) : sampleContact(lang)),
  'contacts.addMany': () => ({ ids: [sampleContact().id, '2', '3'] }),
  'text.propose': () => [
    { field: 'phone', value: '+44 20 7946 0114', evidence: 'T +44 20 7946 0114', confidence: 0.9 },
    { field: 'title', value: 'Field lead', evidence: 'Field lead', confidence: 0.8 },
    { field: 'wechat', value: 'priya_r', evidence: 'WeChat: priya_r', confidence: 0.9 },
  ],
});

document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
await loadLanguage(lang, ['common', 'advice', 'panel']);
markLanguage(document.documentElement);
const root = document.getElementById('panel');
if (root) render(<Panel client={client} frame={{ foldable: true, guarded: false }} />, root);

/** Messages of two lines and of three, and both below a short one. */
const [two, three] = [
  () => toast(t('panel.undone_except', { count: 3 })),
  () =>
    toast(t('panel.covered'), { failed: true, action: { label: t('panel.open_workspace'), run: () => {} } }),
];
const said = asked.get('said');
if (said === 'two' || said === 'all') two();
if (said === 'three' || said === 'all') three();
if (said === 'all') toast(t('common.saved_here'), { action: { label: t('common.undo'), run: () => {} } });
