import { useQuery } from '@/components/query/use-query';
import { Skeleton } from '@/components/ui/skeleton';
import type { SegmentExplained } from '@/lib/api/segment-views';
import type { Clause } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { list, shortDate } from '@/lib/i18n/format';
import type { Why } from '@/lib/insight/query';
import { choiceWords } from './asks';
import { baseMoney, figureWords } from './currency';
import { clauseWords, holdsKey } from './words';

/** Why somebody is in a segment: each condition, and what was found where it looked. */
export function WhyMember({ id, contactId }: { id: string; contactId: string }) {
  const answer = useQuery('segments.explain', { what: { id }, contactId });
  if (answer.error != null && !answer.value) return <p class="late">{t('segments.find_failed')}</p>;
  if (!answer.value) return <Skeleton lines={2} />;
  const { why, holds, person } = answer.value;
  return (
    <div class="segment-why">
      <p>
        {t(holds ? 'segments.why_holds' : 'segments.why_not', { name: person.name || t('panel.nameless') })}
      </p>
      <WhyPart why={why} of={answer.value} />
    </div>
  );
}

function WhyPart({ why, of }: { why: Why; of: SegmentExplained }) {
  const { clause, group, parts = [], holds } = why;
  // A group of one is that one.
  if (group !== 'not' && !clause && parts.length === 1 && parts[0]) return <WhyPart why={parts[0]} of={of} />;
  const words = clause
    ? clauseWords(clause, of.names)
    : group
      ? t(group === 'not' ? 'segments.none_of' : `segments.${group}_of`)
      : t('segments.s_unknown');
  return (
    <div class="segment-why-part">
      <p>
        <span class={holds ? 'segment-yes' : 'segment-no'}>{t(holdsKey(holds))}</span> · {words}
        {clause && <span class="quiet-text"> · {foundWords(clause, why, of)}</span>}
      </p>
      {parts.length > 0 && (
        <ul>
          {parts.map((part, at) => (
            <li key={at}>
              <WhyPart why={part} of={of} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What stood where the clause looked. */
export function foundWords(clause: Clause, { found }: Why, { names, activities }: SegmentExplained): string {
  if (!found) return '';
  if ('texts' in found) return valuesWords(found.texts);
  if ('ids' in found) return valuesWords(found.ids.flatMap((id) => names[id] ?? []));
  if ('days' in found) return valuesWords(found.days.map((day) => dayWords(day)));
  if ('word' in found) return wordWords(clause, found.word);
  if ('number' in found) {
    if (found.number === null) return t('segments.found_unknown');
    return t('segments.found_number', { value: clauseFigure(clause, found.number) });
  }
  const latest = found.latest.flatMap((id) => {
    const one = activities[id];
    return one ? [[shortDate(one.at, Date.now()), one.subject].filter(Boolean).join(' ')] : [];
  });
  const counted = t('segments.found_times', { count: found.count });
  return latest.length > 0 ? t('segments.chosen', { what: counted, name: list(latest) }) : counted;
}

function valuesWords(values: string[]): string {
  const said = values.filter((value) => value !== '');
  return said.length > 0 ? t('segments.found_value', { value: list(said) }) : t('segments.found_none');
}

function wordWords(clause: Clause, word: string | null): string {
  if (word === null) return t('segments.found_unknown');
  const value =
    clause.ask === 'choice'
      ? choiceWords(clause.name, word)
      : clause.ask === 'kind'
        ? t(word === 'work' ? 'segments.kind_work' : 'segments.kind_personal')
        : t(`segments.consent_${word as 'given'}`);
  return t('segments.found_value', { value });
}

function clauseFigure(clause: Clause, value: number): string {
  if (clause.ask === 'spend') return baseMoney(value);
  return figureWords(clause.ask === 'measure' ? clause.name : '', value);
}

const dayWords = (day: string) => shortDate(new Date(`${day}T12:00:00`), Date.now());
