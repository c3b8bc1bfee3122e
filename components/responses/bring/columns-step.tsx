import { EncodingChoice } from '@/components/imports/file-step';
import { formatWords } from '@/components/imports/format-words';
import { MappingTable } from '@/components/imports/mapping-table';
import { Select } from '@/components/ui/select';
import type { AnswersHead } from '@/lib/api/answer-views';
import type { AnswerColumn } from '@/lib/exchange/answers/meaning';
import { t } from '@/lib/i18n';
import { choicesFor, columnOf, keyOf } from './column-choices';

const NEW = '';

interface ColumnsStepProps {
  head: AnswersHead;
  columns: readonly (AnswerColumn | null)[];
  /** Without it there is nothing to choose: the text of a workbook is in no other. */
  onEncoding?: ((encoding: string) => void) | undefined;
  onSurvey(id: string | null): void;
  onColumns(columns: (AnswerColumn | null)[]): void;
}

/** To which survey the answers go, and what each column is: of a question, or of the answer itself; with the reason. */
export function ColumnsStep({ head, columns, onEncoding, onSurvey, onColumns }: ColumnsStepProps) {
  const missing = head.surveyId ? columns.filter((column) => column === null).length : 0;
  const isAsked = columns.some((column) => column && ('q' in column || column.is === 'ask'));
  return (
    <>
      <div class="import-format">
        <p>
          <span class="quiet-text small">{t('importing.format')}</span>{' '}
          {formatWords(`answers-${head.format}`)}
          <br />
          <span class="quiet-text small">{t('answers.rows', { count: head.rows })}</span>
        </p>
        <Select
          label={t('answers.survey')}
          hint={head.surveyId ? undefined : t('answers.survey_new_hint')}
          value={head.surveyId ?? NEW}
          choices={[
            { value: NEW, label: t('answers.survey_new') },
            ...head.surveys.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(id) => onSurvey(id === NEW ? null : id)}
        />
        {onEncoding && <EncodingChoice encoding={head.encoding} onEncoding={onEncoding} />}
      </div>
      {head.isRemembered && <p class="small quiet-text">{t('answers.remembered')}</p>}
      {!isAsked && <p class="late">{t('answers.none_asked')}</p>}
      <MappingTable
        header={head.header}
        samples={head.samples}
        choice={(at, heading) => (
          <Select
            label={heading || `#${at + 1}`}
            labelUnseen
            disabled={head.columns[at]?.is === 'private'}
            value={keyOf(columns[at] ?? null)}
            choices={choicesFor(head, head.columns[at] ?? null)}
            onChoose={(key) =>
              onColumns(
                columns.map((column, one) =>
                  one === at ? columnOf(key, heading, head.columns[at] ?? null, head.places) : column,
                ),
              )
            }
          />
        )}
        more={{
          title: t('answers.why'),
          cell: (at) =>
            keyOf(columns[at] ?? null) === keyOf(head.columns[at] ?? null)
              ? t(`answers.why_${head.why[at] ?? 'none'}`)
              : t('answers.why_chosen'),
        }}
      />
      {missing > 0 && <p class="small">{t('answers.missing', { count: missing })}</p>}
      {!columns.some((column) => column?.is === 'at') && <p class="small">{t('answers.no_moment')}</p>}
      {columns.some((column) => column?.is === 'private') && (
        <p class="small quiet-text">{t('answers.machines')}</p>
      )}
    </>
  );
}
