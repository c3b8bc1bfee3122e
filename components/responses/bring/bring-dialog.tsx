import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { EncodingChoice } from '@/components/imports/file-step';
import { EndActions, type NextSheet, NextSheetButton } from '@/components/imports/next-sheet';
import { problemWords } from '@/components/imports/problem-words';
import { ReportView } from '@/components/imports/report-view';
import { ProgressLine } from '@/components/imports/run-bar';
import { runAnswers, running } from '@/components/imports/running';
import { useFile } from '@/components/imports/use-preview';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast';
import type { AnswerColumn } from '@/lib/exchange/answers/meaning';
import { t } from '@/lib/i18n';
import { ColumnsStep } from './columns-step';
import { PreviewStep } from './preview-step';
import '@/components/imports/imports.css';
import './bring.css';

interface BringDialogProps {
  file: File;
  /** It was text already: a sheet of a workbook. */
  isSheet?: boolean;
  /** To which survey; without one it is told by the file. */
  surveyId?: string | undefined;
  /** The sheet of its workbook that may follow. */
  next?: NextSheet | undefined;
  onClose(): void;
}

/** Brings answers that were given elsewhere: to which survey and what the columns are, what would come, the work, what came of it. */
export function BringDialog({ file, isSheet, surveyId, next, onClose }: BringDialogProps) {
  const { client } = useDesk();
  const [encoding, setEncoding] = useState<string>();
  const [target, setTarget] = useState<string | null | undefined>(surveyId);
  const [chosen, setChosen] = useState<(AnswerColumn | null)[] | null>(null);
  const [isChecked, setChecked] = useState(false);
  const [end, setEnd] = useState<{ id: string; surveyId: string | undefined } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const id = useRef(crypto.randomUUID());
  const isOpen = useRef(true);
  useEffect(
    () => () => {
      isOpen.current = false;
    },
    [],
  );
  const as = encoding ? { encoding } : {};
  const head = useFile('answers.head', {
    file,
    ...as,
    ...(target === undefined ? {} : { surveyId: target }),
  });
  const columns = chosen ?? head.value?.columns ?? [];
  const reading = head.value && {
    file,
    ...as,
    surveyId: head.value.surveyId,
    columns,
    at: file.lastModified,
  };
  const preview = useFile('answers.preview', isChecked ? reading : null);
  const isRunning = running.value?.id === id.current;
  const count = preview.value ? preview.value.counts.new + preview.value.counts.updated : 0;

  const anew = () => {
    setChosen(null);
    setChecked(false);
  };
  const readAs = (one: string) => {
    setEncoding(one);
    anew();
  };
  const run = async () => {
    if (!reading) return;
    setFailed(null);
    const ended = await runAnswers(client, { ...reading, id: id.current, name: file.name });
    if ('counts' in ended) setEnd({ id: id.current, surveyId: ended.counts.surveyId });
    else if (isOpen.current) setFailed(ended.failed);
    else toast(ended.failed, { failed: true });
    id.current = crypto.randomUUID();
  };

  const step = end ? 'end' : isRunning ? 'run' : isChecked ? 'check' : 'columns';
  const failure = step === 'check' ? preview.error : step === 'columns' ? head.error : null;
  const hasNothing = failure != null || (step === 'check' && preview.value !== null && count === 0);
  return (
    <Dialog
      class="import-dialog bring-dialog"
      title={t('answers.title', { name: file.name })}
      onClose={onClose}
      actions={
        <>
          {step === 'check' && <Button onClick={() => setChecked(false)}>{t('common.back')}</Button>}
          {step === 'columns' && <Button onClick={onClose}>{t('common.cancel')}</Button>}
          {hasNothing && next && <NextSheetButton next={next} />}
          {step === 'columns' && (
            <Button kind="ink" disabled={!head.value} onClick={() => setChecked(true)}>
              {t('importing.check')}
            </Button>
          )}
          {step === 'check' && (
            <Button kind="ink" disabled={count === 0 || running.value !== null} onClick={() => void run()}>
              {count > 0 ? t('answers.run', { count }) : t('answers.run_none')}
            </Button>
          )}
          {step === 'run' && <Button onClick={() => running.value?.stop()}>{t('importing.stop')}</Button>}
          {end?.surveyId && (
            <Button
              onClick={() => {
                location.hash = `#/surveys/${end.surveyId}/results`;
                onClose();
              }}
            >
              {t('answers.to_results')}
            </Button>
          )}
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
      {step === 'columns' && failure != null && encoding && (
        <EncodingChoice encoding={encoding} onEncoding={readAs} />
      )}
      {step === 'columns' && !head.value && failure == null && <Progress label={t('importing.reading')} />}
      {step === 'columns' && head.value && (
        <ColumnsStep
          head={head.value}
          columns={columns}
          onEncoding={isSheet ? undefined : readAs}
          onSurvey={(one) => {
            setTarget(one);
            anew();
          }}
          onColumns={setChosen}
        />
      )}
      {step === 'check' && !preview.value && failure == null && <Progress label={t('answers.checking')} />}
      {step === 'check' && preview.value && <PreviewStep of={preview.value} />}
      {step === 'run' && <ProgressLine progress={running.value?.progress ?? null} />}
      {failed && step !== 'run' && <ErrorNote what={failed} todo={t('importing.unchanged')} />}
      {end && <ReportView id={end.id} />}
    </Dialog>
  );
}
