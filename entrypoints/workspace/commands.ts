import type { PageCommand } from '@/components/search/finder';
import type { View } from '@/components/views/views';
import type { DeviceSettings } from '@/lib/crm/settings';
import { type Key, LANGUAGES, t } from '@/lib/i18n';
import { addressOfView } from './pages/contacts/table-query';
import { go, href, PAGES, type PageName } from './router';

/** What commands can bring about beyond going to a page. */
export interface Deeds {
  add(): void;
  task(): void;
  importFile(): void;
  exportAll(): void;
  undo(): void;
  redo(): void;
  backup(): void;
  set(change: Partial<DeviceSettings>): void;
  help(): void;
  sidePanel(): void;
  /** Saved views of the contacts. */
  views: readonly View[];
}

const PAGE_NAMES = {
  today: 'common.today',
  contacts: 'common.contacts',
  companies: 'common.companies',
  tags: 'common.tags',
  segments: 'segments.segments',
  tiers: 'tiers.tiers',
  duplicates: 'duplicates.duplicates',
  health: 'health.health',
  insights: 'insights.insights',
  plays: 'advising.plays',
  templates: 'templates.templates',
  surveys: 'surveys.surveys',
  responses: 'responses.answers',
  cases: 'cases.cases',
  deals: 'deals.deals',
  calendar: 'care.calendar',
  settings: 'common.settings',
  help: 'workspace.help',
} as const satisfies Record<PageName, Key>;

const PARTS = {
  sites: 'workspace.sites',
  own: 'workspace.own',
  logging: 'workspace.never',
  fields: 'health.fields',
  figures: 'figures.settings',
  surveys: 'surveys.settings',
  backup: 'workspace.backup',
  data: 'data.your_data',
  practice: 'workspace.practice',
  about: 'workspace.about',
  history: 'common.history',
} as const satisfies Record<string, Key>;

/** Every command of the workspace, as the palette lists them. */
export function workspaceCommands(deeds: Deeds): PageCommand[] {
  return [
    { id: 'add', label: t('common.add_contact'), run: deeds.add },
    { id: 'task', label: t('common.add_task'), run: deeds.task },
    { id: 'survey', label: t('surveys.new'), run: () => go(href('surveys', 'new')) },
    { id: 'template', label: t('templates.new'), run: () => go(href('templates', 'new')) },
    { id: 'segment', label: t('segments.new'), run: () => go(href('segments', 'new')) },
    { id: 'case', label: t('cases.new'), run: () => go(href('cases', 'new')) },
    { id: 'deal', label: t('deals.new'), run: () => go(href('deals', 'new')) },
    { id: 'import', label: t('workspace.command_import'), run: deeds.importFile },
    { id: 'export', label: t('data.export_all'), run: deeds.exportAll },
    { id: 'side-panel', label: t('workspace.command_side_panel'), keys: 'Alt Shift D', run: deeds.sidePanel },
    { id: 'undo', label: t('common.undo'), keys: 'Ctrl Z', run: deeds.undo },
    { id: 'redo', label: t('common.redo'), keys: 'Ctrl Shift Z', run: deeds.redo },
    { id: 'backup', label: t('workspace.backup_save'), run: deeds.backup },
    ...deeds.views.map((view) => ({
      id: `view ${view.id}`,
      label: t('health.view_command', { name: view.name }),
      run: () => go(addressOfView(view)),
    })),
    ...PAGES.map((page) => ({
      id: `page ${page}`,
      label: t('workspace.command_go', { page: t(PAGE_NAMES[page]) }),
      run: () => go(href(page)),
    })),
    ...Object.entries(PARTS).map(([part, key]) => ({
      id: `part ${part}`,
      label: t(key),
      hint: t('common.settings'),
      run: () => go(href('settings', part)),
    })),
    ...(['light', 'dark', 'auto'] as const).map((theme) => ({
      id: `theme ${theme}`,
      label: t('workspace.command_theme', { theme: themeName(theme) }),
      run: () => deeds.set({ theme }),
    })),
    ...Object.entries(LANGUAGES).map(([language, name]) => ({
      id: `language ${language}`,
      label: t('workspace.command_language', { language: name }),
      keywords: 'language 语言 語言',
      run: () => deeds.set({ language: language as DeviceSettings['language'] }),
    })),
    { id: 'help', label: t('workspace.shortcuts'), keys: '?', run: deeds.help },
  ];
}

function themeName(theme: DeviceSettings['theme']): string {
  if (theme === 'auto') return t('workspace.as_browser');
  return t(theme === 'light' ? 'workspace.theme_light' : 'workspace.theme_dark');
}
