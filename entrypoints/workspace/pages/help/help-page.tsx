import { useEffect, useState } from 'preact/hooks';
import { Document } from '@/components/help/document';
import { type Block, blocksOf } from '@/components/help/markdown';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Skeleton } from '@/components/ui/skeleton';
import { language, t } from '@/lib/i18n';
import { NoPage } from '../../no-page';
import { PageHeading } from '../../page-heading';
import { href, route } from '../../router';
import { DOCUMENTS, type DocumentName, isDocument } from './documents';
import { addressFrom } from './help-links';
import './help-page.css';

/** What the product can tell at length: all of it by name, or one document. */
export function HelpPage({ rest }: { rest: string | null }) {
  if (rest === null) return <HelpList />;
  return isDocument(rest) ? <DocumentPage key={rest} name={rest} /> : <NoPage />;
}

function HelpList() {
  return (
    <>
      <PageHeading title={t('workspace.help')} />
      <InEnglish />
      <ul class="help-list">
        {(Object.keys(DOCUMENTS) as DocumentName[]).map((name) => (
          <li key={name}>
            <a class="link" href={href('help', name)}>
              {t(DOCUMENTS[name].title)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function DocumentPage({ name }: { name: DocumentName }) {
  const [blocks, setBlocks] = useState<Block[] | null>(null);
  const [failed, setFailed] = useState(false);
  const at = route.value.params.get('at');
  const fetchText = () => {
    setFailed(false);
    DOCUMENTS[name].text().then(
      // The page has its title, in the reader's language.
      ({ default: text }) => setBlocks(blocksOf(text).slice(1)),
      () => setFailed(true),
    );
  };
  useEffect(fetchText, [name]);
  useEffect(() => {
    if (!blocks || !at) return;
    const heading = document.getElementById(at);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [blocks, at]);
  return (
    <>
      <PageHeading title={t(DOCUMENTS[name].title)} />
      <InEnglish />
      {failed && (
        <>
          <ErrorNote what={t('workspace.page_failed')} todo={t('workspace.page_failed_how')} />
          <Button onClick={fetchText}>{t('common.try_again')}</Button>
        </>
      )}
      {!blocks && !failed && <Skeleton lines={8} />}
      {blocks && <Document blocks={blocks} addressOf={(link) => addressFrom(name, link)} />}
    </>
  );
}

/** Said to whoever reads the product in another language. */
function InEnglish() {
  return language.value === 'en' ? null : <p class="help-note quiet-text">{t('workspace.help_english')}</p>;
}
