import { RotateCcw } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { AuthorForm, Place } from '@/lib/surveys/form';
import { inLanguage } from '@/lib/surveys/language';
import { PAGE_PAPER } from '@/lib/surveys/paper';
import { type Chosen, useBench } from './bench';
import { languageName } from './draft/languages';
import { placeOf } from './draft/questions';
import './preview.css';

/** Draws a form into an element of any document and answers the way to take it away. Given by the page: the widget's own code. */
export type DrawForm = (
  root: Element,
  form: ReturnType<typeof inLanguage>,
  options: { place: Place; theme: 'light' | 'dark' },
) => { close(): void };

interface PreviewProps {
  /** Loads what draws. */
  draw: () => Promise<DrawForm>;
}

type Width = 'phone' | 'desktop';

/** A form is drawn again so long after the last key. */
const REDRAW_MS = 300;

/** The survey as visitors see it, drawn by the widget itself in a document of its own. It sends nothing. */
export function Preview({ draw }: PreviewProps) {
  const { form, lang, setLang, chosen } = useBench();
  const [place, setPlace] = useState<Place | null>(null);
  const [width, setWidth] = useState<Width>('phone');
  const [theme, setTheme] = useState<'light' | 'dark'>(themeAround);
  const [turn, setTurn] = useState(0);
  /** The page from which it was started over. It begins with the page that is worked on until then. */
  const [restarted, setRestarted] = useState<number | null>(null);
  const shown = place ?? form.show.place;
  const worked = pageOf(form, chosen);
  const from = restarted === worked ? 0 : worked;

  const startOver = () => {
    setRestarted(worked);
    setTurn(turn + 1);
  };

  return (
    <section class="preview" aria-label={t('surveys.preview')}>
      <div class="preview-controls">
        <Select
          label={t('surveys.place')}
          labelUnseen
          value={shown}
          choices={[
            { value: 'popover', label: t('surveys.short_popover') },
            { value: 'dialog', label: t('surveys.short_dialog') },
            { value: 'inline', label: t('surveys.short_inline') },
            { value: 'page', label: t('surveys.short_page') },
            ...(shown === 'tab' ? [{ value: 'tab' as const, label: t('surveys.short_tab') }] : []),
          ]}
          onChoose={(chosen) => setPlace(chosen)}
        />
        <Select
          label={t('surveys.width')}
          labelUnseen
          value={width}
          choices={[
            { value: 'phone', label: t('surveys.phone') },
            { value: 'desktop', label: t('surveys.desktop') },
          ]}
          onChoose={(chosen) => setWidth(chosen)}
        />
        <Select
          label={t('surveys.theme')}
          labelUnseen
          value={theme}
          choices={[
            { value: 'light', label: t('surveys.theme_light') },
            { value: 'dark', label: t('surveys.theme_dark') },
          ]}
          onChoose={(chosen) => setTheme(chosen)}
        />
        {form.langs.length > 1 && (
          <Select
            label={t('surveys.languages')}
            labelUnseen
            value={lang}
            choices={form.langs.map((each) => ({ value: each, label: languageName(each) }))}
            onChoose={setLang}
          />
        )}
        <IconButton icon={RotateCcw} label={t('surveys.start_over')} onClick={startOver} />
      </div>
      <Stage
        key={`${shown} ${width} ${theme} ${turn}`}
        form={from > 0 ? { ...form, pages: form.pages.slice(from) } : form}
        lang={lang}
        place={shown}
        width={width}
        theme={theme}
        draw={draw}
      />
      <p class="quiet-text small">{t('surveys.preview_sends_nothing')}</p>
    </section>
  );
}

/** The theme of the page itself, to begin with. */
function themeAround(): 'light' | 'dark' {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Which page a part of the form is on; the first for what is on none. */
function pageOf(form: AuthorForm, chosen: Chosen): number {
  if (chosen.kind === 'question') return placeOf(form, chosen.id)?.page ?? 0;
  if (chosen.kind !== 'page') return 0;
  return Math.max(
    form.pages.findIndex(({ id }) => id === chosen.id),
    0,
  );
}

interface StageProps extends PreviewProps {
  form: AuthorForm;
  lang: string;
  place: Place;
  width: Width;
  theme: 'light' | 'dark';
}

/** The window of a site in which the form stands, smaller than life where there is no room. */
function Stage({ form, lang, place, width, theme, draw }: StageProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const view = useRef<{ close(): void } | null>(null);
  const [failed, setFailed] = useState(false);
  const text = JSON.stringify(inLanguage(form, lang));

  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      try {
        const drawForm = await draw();
        // Read only now: a browser may replace the empty document once it has loaded it.
        const document = frame.current?.contentDocument;
        if (gone || !document) return;
        // What stood there stays until the new one is drawn: typing makes nothing flicker.
        const before = view.current;
        view.current = null;
        before?.close();
        view.current = drawForm(prepared(document, place, theme, lang), JSON.parse(text), { place, theme });
        setFailed(false);
      } catch {
        if (!gone) setFailed(true);
      }
    }, REDRAW_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [draw, text, place, theme, lang]);
  useEffect(() => () => view.current?.close(), []);

  return (
    <div class={`stage ${width}`}>
      <iframe ref={frame} title={t('surveys.preview_frame')} class="stage-frame" />
      {failed && <p class="stage-failed late">{t('surveys.preview_failed')}</p>}
    </div>
  );
}

/** Of a site in which a form stands. */
const SITE_PAPER = { light: '#ffffff', dark: '#121212' };

/** Empties the document and makes the place in it where a form of this placement stands. */
function prepared(document: Document, place: Place, theme: 'light' | 'dark', lang: string): Element {
  const { documentElement: html, body } = document;
  const paper = (place === 'page' ? PAGE_PAPER : SITE_PAPER)[theme];
  html.lang = lang;
  html.style.cssText = `height:100%;color-scheme:${theme};background:${paper}`;
  body.style.cssText = 'margin:0;min-height:100%;display:flex;flex-direction:column;box-sizing:border-box';
  body.replaceChildren();
  const root = document.createElement('div');
  if (place === 'popover' || place === 'tab') root.style.cssText = 'margin:auto 0 0';
  // What a dialog dims on a site: it has no backdrop where no layer is opened.
  if (place === 'dialog') root.style.cssText = 'position:fixed;inset:0;background:#140e0a73';
  if (place === 'inline') root.style.cssText = 'padding:24px 16px';
  if (place === 'page') root.style.cssText = 'flex:1';
  body.append(root);
  return root;
}
