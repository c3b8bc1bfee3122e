import { render } from 'preact';
import '@/components/ui/base.css';
import { Toasts } from '@/components/ui/toasts';
import { type Language, loadLanguage, markLanguage } from '@/lib/i18n';
import { Controls } from './controls';
import './gallery.css';
import { PanelPage } from './panel-page';
import { TablePage } from './table-page';

const PAGES = { controls: Controls, panel: PanelPage, table: TablePage };

const asked = new URLSearchParams(location.search);
const Page = PAGES[(asked.get('page') ?? 'controls') as keyof typeof PAGES];

document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
await loadLanguage((asked.get('lang') ?? 'en') as Language, ['common']);
markLanguage(document.documentElement);
render(
  <>
    <Page />
    <Toasts />
  </>,
  document.body,
);
