import { useState } from 'preact/hooks';
import { pickFile } from '@/components/backup/pick-file';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { undo } from '@/components/history/undo';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import type { Results } from '@/lib/api/results';
import { type Key, t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';

/** What the store takes at once, in characters. */
const MOST = 20_000_000;

type Report = Results['responses.takeFile'];

/** Takes sealed answers out of a text: pasted, or of a file that is chosen or dropped. Says what came of each. */
export function ImportAnswers({ onClose }: { onClose(): void }) {
  const [text, setText] = useState('');
  const [report, setReport] = useState<Report | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { client } = useDesk();

  const take = async (sealed: string) => {
    setReport(null);
    setError(null);
    setBusy(true);
    const commandId = crypto.randomUUID();
    const taken = await client
      .call('responses.takeFile', { text: sealed }, { commandId })
      .catch((failure: unknown) => {
        setError(failureWords(failure));
        return null;
      });
    setBusy(false);
    if (!taken) return;
    // What brought nothing new was not saved, and has nothing to undo.
    if (taken.new + taken.updated > 0)
      toast(t('common.saved_here'), {
        action: { label: t('common.undo'), run: () => void undo(client, { commandId }) },
      });
    if (taken.new + taken.updated + taken.already + taken.refused.length === 0)
      setError(t('responses.import_nothing'));
    else {
      setReport(taken);
      setText('');
    }
  };
  const takeFile = async (file: File | null | undefined) => {
    if (!file) return;
    if (file.size > MOST) setError(t('responses.import_too_large'));
    else await take(await file.text());
  };

  return (
    <Dialog
      class="import-answers"
      title={t('responses.import')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void pickFile('.txt,.eml,.json,text/plain').then(takeFile)}>
            {t('responses.import_file')}
          </Button>
          <Button kind="ink" loading={busy} disabled={!text.trim()} onClick={() => void take(text)}>
            {t('responses.import_run')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here; the button beside it asks for one */}
      <div
        // The page behind takes dropped files for address books.
        onDragEnter={(event) => event.stopPropagation()}
        onDragLeave={(event) => event.stopPropagation()}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const file = event.dataTransfer?.files[0];
          if (!file) return;
          event.preventDefault();
          event.stopPropagation();
          void takeFile(file);
        }}
      >
        <TextArea
          label={t('responses.import_text')}
          hint={t('responses.import_how')}
          error={error}
          value={text}
          spellcheck={false}
          onInput={setText}
        />
      </div>
      <div role="status">{report && <TakenReport of={report} />}</div>
    </Dialog>
  );
}

function TakenReport({ of }: { of: Report }) {
  const counts = [
    of.new > 0 && t('responses.import_new', { count: of.new }),
    of.updated > 0 && t('responses.import_updated', { count: of.updated }),
    of.already > 0 && t('responses.import_already', { count: of.already }),
  ].filter((words) => words !== false);
  return (
    <>
      {counts.length > 0 && <p>{list(counts)}</p>}
      {of.refused.length > 0 && (
        <>
          <p class="late">{t('responses.import_refused', { count: of.refused.length })}</p>
          <ul class="import-refused quiet-text small">
            {of.refused.slice(0, 50).map(({ line, why }) => (
              <li key={line}>{t('responses.import_line', { n: line, why: t(refusal(why)) })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function refusal(why: string): Key & `responses.refused_${string}` {
  if (why === 'key') return 'responses.refused_key';
  return why === 'form' ? 'responses.refused_form' : 'responses.refused_broken';
}
