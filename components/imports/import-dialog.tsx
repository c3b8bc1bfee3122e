import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast';
import type { FileHead } from '@/lib/api/import-views';
import type { Mapping } from '@/lib/exchange/mapping';
import { t } from '@/lib/i18n';
import { CheckStep } from './check-step';
import { EncodingChoice, FileStep } from './file-step';
import { EndActions, type NextSheet, NextSheetButton } from './next-sheet';
import { type Answers, fieldsOf, NO_ANSWERS, toWrite } from './plan';
import { problemWords } from './problem-words';
import { ReportView } from './report-view';
import { ProgressLine } from './run-bar';
import { runImport, running } from './running';
import { useFile } from './use-preview';
import './imports.css';

interface ImportDialogProps {
  file: File;
  /** It was text already: a sheet of a workbook. */
  isSheet?: boolean;
  /** The sheet of its workbook that may follow. */
  next?: NextSheet | undefined;
  onClose(): void;
  /** They are answers to a survey. */
  onAnswers?(): void;
}

/** Brings a file in: how it is read, what it would do, the work itself, and what came of it. */
export function ImportDialog({ file, isSheet, next, onClose, onAnswers }: ImportDialogProps) {
  const { client } = useDesk();
  const [encoding, setEncoding] = useState<string>();
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const [wantsCheck, setChecked] = useState<boolean | null>(null);
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  const [end, setEnd] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const isOpen = useRef(true);
  useEffect(
    () => () => {
      isOpen.current = false;
    },
    [],
  );
  const options = encoding ? { encoding } : {};
  const head = useFile('imports.head', { file, options });
  const isAnswers = head.value?.isAnswers === true;
  useEffect(() => {
    if (isAnswers) onAnswers?.();
  }, [isAnswers]);
  const mapping = chosen ?? head.value?.table?.mapping ?? null;
  const full = mapping ? { ...options, mapping } : options;
  // A file of a program that is known needs no word on how it is read; the way back is there.
  const isChecked = wantsCheck ?? (!!head.value && isPlain(head.value));
  const preview = useFile('imports.preview', isChecked ? { file, options: full } : null);
  const id = useRef(crypto.randomUUID());
  const isRunning = running.value?.id === id.current;

  // What was answered was about records that may not be the same any more.
  const readWith = (mapping: Mapping | null) => {
    setChosen(mapping);
    setAnswers(NO_ANSWERS);
  };
  const readAs = (one: string) => {
    setEncoding(one);
    readWith(null);
    setChecked(false);
  };
  const run = async () => {
    const fields = head.value ? fieldsOf(head.value, mapping) : undefined;
    setFailed(null);
    const ended = await runImport(client, {
      id: id.current,
      name: file.name,
      file,
      options: full,
      choices: Object.entries(answers.choices),
      ...(answers.otherwise ? { otherwise: answers.otherwise } : {}),
      ...(fields ? { fields } : {}),
      ...(Object.keys(answers.stages).length > 0 ? { stages: answers.stages } : {}),
    });
    if ('counts' in ended) setEnd(id.current);
    else if (isOpen.current) setFailed(ended.failed);
    else toast(ended.failed, { failed: true });
    // What ended early left nothing: a second try is an import of its own.
    id.current = crypto.randomUUID();
  };

  const step = end ? 'end' : isRunning ? 'run' : isChecked ? 'check' : 'file';
  const failure = step === 'check' ? preview.error : step === 'file' ? head.error : null;
  const count = step === 'check' && preview.value ? toWrite(preview.value, answers) : 0;
  const hasNothing = failure != null || (step === 'check' && preview.value !== null && count === 0);
  return (
    <Dialog
      class="import-dialog"
      title={t('importing.title', { name: file.name })}
      onClose={onClose}
      actions={
        <>
          {step === 'check' && <Button onClick={() => setChecked(false)}>{t('common.back')}</Button>}
          {step === 'file' && onAnswers && (head.value?.table || failure != null) && (
            <Button kind="bare" onClick={onAnswers}>
              {t('importing.these_are_answers')}
            </Button>
          )}
          {step === 'file' && <Button onClick={onClose}>{t('common.cancel')}</Button>}
          {step === 'file' && (
            <Button kind="ink" disabled={!head.value} onClick={() => setChecked(true)}>
              {t('importing.check')}
            </Button>
          )}
          {hasNothing && next && <NextSheetButton next={next} />}
          {step === 'check' && <RunButton count={count} onRun={() => void run()} />}
          {step === 'run' && <Button onClick={() => running.value?.stop()}>{t('importing.stop')}</Button>}
          {step === 'run' && (
            <Button kind="ink" onClick={onClose}>
              {t('importing.hide')}
            </Button>
          )}
          {step === 'end' && <EndActions next={next} onClose={onClose} />}
        </>
      }
    >
      {failure != null && <ErrorNote what={problemWords(failure)} todo={t('importing.unchanged')} />}
      {step === 'file' && failure != null && encoding && (
        <EncodingChoice encoding={encoding} onEncoding={readAs} />
      )}
      {step === 'file' && !head.value && failure == null && <Progress label={t('importing.reading')} />}
      {step === 'file' && head.value && (
        <FileStep
          head={head.value}
          mapping={mapping}
          onEncoding={isSheet ? undefined : readAs}
          onMapping={readWith}
        />
      )}
      {step === 'check' && !preview.value && failure == null && (
        <>
          <p>{t('importing.checking')}</p>
          <ProgressLine progress={preview.progress} />
        </>
      )}
      {step === 'check' && preview.value && (
        <CheckStep preview={preview.value} answers={answers} onAnswers={setAnswers} />
      )}
      {step === 'run' && <ProgressLine progress={running.value?.progress ?? null} />}
      {failed && step !== 'run' && <ErrorNote what={failed} todo={t('importing.unchanged')} />}
      {end && <ReportView id={end} onLeave={onClose} />}
    </Dialog>
  );
}

function RunButton({ count, onRun }: { count: number; onRun(): void }) {
  return (
    <Button kind="ink" disabled={count === 0 || running.value !== null} onClick={onRun}>
      {count > 0 ? t('importing.run', { count }) : t('importing.run_none')}
    </Button>
  );
}

/** Whether the file tells by itself how it is read, and nothing in it looks garbled. */
function isPlain({ format, text, table }: FileHead): boolean {
  return (format !== 'csv' || !!table?.isRemembered) && !text.includes('\ufffd');
}
