import { stageName } from '@/components/contacts/stage-name';
import { SHOWN_STAGE } from '@/lib/crm/stage-names';
import type { Key } from '@/lib/i18n';
import { t } from '@/lib/i18n';
import type { Stage } from '@/lib/insight/rhythm/stage';
import type { RfmGroup } from '@/lib/insight/value/rfm';
import { groupWords, monthWords } from './words';

const GRADES: Record<string, Key> = {
  high: 'insights.grade_high',
  middle: 'insights.grade_middle',
  low: 'insights.grade_low',
};

/** Whom a survey asked, by the second part of the name. */
const ASKED: Record<
  string,
  'insights.cell_asked' | 'insights.cell_answered' | 'insights.cell_silent' | 'insights.cell_twice'
> = {
  all: 'insights.cell_asked',
  answered: 'insights.cell_answered',
  silent: 'insights.cell_silent',
  twice: 'insights.cell_twice',
};

/** The survey whose answers a cell counts; undefined where it counts no such thing. */
export function surveyOfCell(cell: string): string | undefined {
  const [kind, surveyId] = cell.split(':');
  return kind === 'asked' ? surveyId : undefined;
}

/** Whom a cell counts, in words: the filter of the table says it. @param survey the name of its survey, empty until it was read */
export function cellWords(cell: string, survey = ''): string {
  const [kind, , who = '', , wave = ''] = cell.split(':').map(plain);
  if (kind === 'asked') {
    const asked = t(ASKED[who] ?? 'insights.cell_some');
    const n = Number(wave.split(':')[1]);
    const inWave = n > 0 ? t('insights.cell_wave', { number: n, who: asked }) : asked;
    return survey ? t('insights.cell_survey', { survey, who: inWave }) : inWave;
  }
  return t('insights.cell', { what: whatOf(cell) });
}

function whatOf(cell: string): string {
  const [kind = '', first = '', second = '', third = '', fourth = ''] = (cell.split('@')[0] ?? '')
    .split(':')
    .map(plain);
  switch (kind) {
    case 'rfm':
      return t('insights.cell_rfm', { r: second, f: third });
    case 'group':
      return groupIn(second);
    case 'move':
      return t('insights.move', { from: third ? groupIn(third) : '', to: groupIn(fourth) });
    case 'cohort':
      return t('insights.cell_cohort', { month: monthWords(second), after: third });
    case 'product':
      return t('insights.cell_product', { product: first });
    case 'next':
      return t('insights.cell_next', { from: first, to: second });
    case 'stage':
      return first in SHOWN_STAGE ? stageName(first as Stage) : t('insights.cell_some');
    case 'value': {
      const [value, potential] = [GRADES[first], GRADES[second]];
      if (!value || !potential) return t('insights.cell_some');
      return t('insights.cell_value', { value: gradeIn(value), potential: gradeIn(potential) });
    }
    case 'warned':
      return t('insights.cell_warned');
    default:
      return t('insights.cell_some');
  }
}

const gradeIn = (key: Key) => t(key as 'insights.grade_high');
/** A group of another version of the product has no name. */
const groupIn = (group: string) => groupWords(group as RfmGroup) || t('insights.cell_some');

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
