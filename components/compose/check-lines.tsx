import { Fragment } from 'preact';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Clause, Footnote, type Footnotes, useFootnotes } from '@/components/ui/footnote';
import { Row } from '@/components/ui/sheet';
import type { CheckLine } from '@/lib/api/compose-views';
import { t } from '@/lib/i18n';
import { evidenceWords, ruleWords } from './check-words';

/** What there is to know before the draft is sent, a sentence each; what it rests on opens below it. */
export function CheckLines({ lines }: { lines: readonly CheckLine[] }) {
  const footnotes = useFootnotes();
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={`${line.key} ${line.contactId}`}>
          <Row class="check-line" gutter={index === 0 && t('templates.check')}>
            <p>
              <Clause number={index + 1} footnotes={footnotes}>
                {ruleWords(line)}
              </Clause>
            </p>
          </Row>
          <Ground line={line} number={index + 1} footnotes={footnotes} />
        </Fragment>
      ))}
    </>
  );
}

function Ground({ line, number, footnotes }: { line: CheckLine; number: number; footnotes: Footnotes }) {
  const desk = useDesk();
  const act = useAction();
  const { contactId, key, evidence, rule } = line;
  return (
    <Footnote number={number} footnotes={footnotes}>
      <ul>
        {evidence.map((one, index) => {
          const { href } = one;
          const words = evidenceWords(line, one);
          return (
            <li key={index}>
              {href ? (
                <button type="button" class="accent-link" onClick={() => desk.openWorkspace(href)}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
      {contactId && (
        <button
          type="button"
          class="accent-link check-aside"
          onClick={() => {
            footnotes.close();
            void act('steps.snooze', { contactId, key, until: null });
          }}
        >
          {rule === 'companies' || rule === 'greeting' ? t('templates.not_again') : t('templates.not_here')}
        </button>
      )}
    </Footnote>
  );
}
