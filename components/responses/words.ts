import type { ResponseRow } from '@/lib/api/survey-views';
import type { Proof, ResponseFlag } from '@/lib/crm/surveys';
import { t } from '@/lib/i18n';
import { dayName, number } from '@/lib/i18n/format';

/** "3 / 10", as it stands in a column; empty without a score. */
export function scoreFigure({ score }: Pick<ResponseRow, 'score'>): string {
  return score ? `${number(score.value)} / ${number(score.range[1])}` : '';
}

/** "3 of 10", as it is said. */
export function scoreWords({ score }: Pick<ResponseRow, 'score'>): string {
  return score
    ? t('responses.score_of', { score: score.value, most: score.range[1] })
    : t('responses.no_score');
}

const PROVED: readonly Proof[] = ['token', 'signed'];

interface Proved {
  proof: Proof;
  misSigned?: boolean;
}

/** Whether a signature that does not hold is all that speaks for it. */
export function isMisSigned({ proof, misSigned }: Proved): boolean {
  return !!misSigned && !PROVED.includes(proof);
}

export function proofWords(of: Proved): string {
  return t(`responses.proof_${isMisSigned(of) ? 'mis_signed' : of.proof}`);
}

export function viaWords(via: ResponseRow['via']): string {
  return t(`responses.via_${via}`);
}

export function flagWords(flag: ResponseFlag): string {
  return t(`responses.flag_${flag}`);
}

/** What was decided about an answer: "Set aside 3 March: a test", "Kept 3 March, in spite of: much faster than the others". */
export function lookWords({ at, kept, why, flags }: ResponseRow['looks'][number], now: number): string {
  const day = dayName(at, now);
  if (!kept) return t('responses.aside_because', { day, why: why ?? '' });
  return flags.length > 0
    ? t('responses.kept_for', { day, why: flags.map(flagWords).join('; ') })
    : t('responses.kept_on', { day });
}

/** Time taken, in milliseconds: "48 s", "about 2 min". */
export function spanWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90
    ? t('responses.seconds', { n: seconds })
    : t('responses.minutes', { n: Math.round(seconds / 60) });
}

/** Host and path of a page, without what is the same on all of them. */
export function pageWords(page: string | null): string {
  return page?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') ?? '';
}
