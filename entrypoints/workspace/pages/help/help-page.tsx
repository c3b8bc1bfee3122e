import { useEffect, useState } from 'preact/hooks';
import { Document } from '@/components/help/document';
import { blocksOf, type Token } from '@/components/help/markdown';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Skeleton } from '@/components/ui/skeleton';
import { language, t } from '@/lib/i18n';
import { NoPage } from '../../no-page';
import { PageHeading } from '../../page-heading';
import { href, route } from '../../router';
import { DOCUMENTS, type DocumentName, isDocument, textOf } from './documents';
import { addressFrom, isLanguageLine } from './help-links';
import './help-page.css';

/** What the product can tell at length: all of it by name, or one document. */
export function HelpPage({ rest }: { rest: string | null }) {
  if (rest === null) return <HelpList />;
  return isDocument(rest) ? <DocumentPage key={`${rest} ${language.value}`} name={rest} /> : <NoPage />;
}

function HelpList() {
  return (
    <>
      <PageHeading title={t('workspace.help')} />
      <ul class="help-list">
        {(Object.keys(DOCUMENTS) as DocumentName[]).map((name) => (
          <li key={name}>
            <a class="link" href={href('help', name)}>
              {t(DOCUMENTS[name].title)}
            </a>
            {isForeign(name) && <span class="quiet-text small"> {t('workspace.help_in_english')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether it is not written in the reader's language. */
const isForeign = (name: DocumentName): boolean => textOf(name, language.value).lang !== language.value;

function DocumentPage({ name }: { name: DocumentName }) {
  const [blocks, setBlocks] = useState<Token[] | null>(null);
  const [failed, setFailed] = useState(false);
  const at = route.value.params.get('at');
  const { lang, text } = textOf(name, language.value);
  const fetchText = () => {
    setFailed(false);
    text().then(
      // The document's title and the line that leads to other languages are left out: the page has a heading, and the product its language.
      ({ default: whole }) =>
        setBlocks(
          blocksOf(whole)
            .slice(1)
            .filter((block) => !isLanguageLine(block)),
        ),
      () => setFailed(true),
    );
  };
  useEffect(fetchText, []);
  useEffect(() => {
    if (!blocks || !at) return;
    const heading = document.getElementById(at);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [blocks, at]);
  return (
    <>
      <PageHeading title={t(DOCUMENTS[name].title)} />
      {isForeign(name) && <p class="quiet-text help-note">{t('workspace.help_english')}</p>}
      {failed && (
        <>
          <ErrorNote what={t('workspace.page_failed')} todo={t('workspace.page_failed_how')} />
          <Button onClick={fetchText}>{t('common.try_again')}</Button>
        </>
      )}
      {!blocks && !failed && <Skeleton lines={8} />}
      {blocks && <Document blocks={blocks} lang={lang} addressOf={(link) => addressFrom(name, link)} />}
    </>
  );
}
