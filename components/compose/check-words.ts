import type { CheckLine } from '@/lib/api/compose-views';
import { type Key, t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

/** The sentence of a line of the check. */
export function ruleWords({ rule, params }: CheckLine, now = Date.now()): string {
  const of = (name: string) => params[name] ?? '';
  const name = of('name');
  switch (rule) {
    case 'doNotContact':
      return t('templates.rule_doNotContact', { name });
    case 'consent':
      return t(CONSENT[params.state as keyof typeof CONSENT] ?? CONSENT.none, { name });
    case 'greeting':
      return t('templates.rule_greeting', { greeted: of('greeted'), name });
    case 'companies': {
      const key = Number(params.count) > 2 ? 'templates.rule_companies_more' : 'templates.rule_companies';
      return t(key, { count: Number(params.count), one: of('one'), other: of('other') });
    }
    case 'case':
      return t('templates.rule_case', { name, title: of('title'), count: Number(params.count) });
    case 'sameText':
      return t('templates.rule_sameText', { name, day: shortDate(Number(params.at), now) });
    case 'stage':
      return t(params.stage === 'left' ? 'templates.rule_stage_left' : 'templates.rule_stage_declining', {
        name,
      });
    case 'silence':
      return t('templates.rule_silence', { name, days: Number(params.days), gap: Number(params.gap) });
  }
}

const CONSENT = {
  refused: 'templates.rule_consent_refused',
  withdrawn: 'templates.rule_consent_withdrawn',
  asked: 'templates.rule_consent_asked',
  none: 'templates.rule_consent_none',
} as const satisfies Record<string, Key>;

const WHY: Partial<Record<CheckLine['rule'], Key>> = {
  stage: 'templates.why_stage',
  silence: 'templates.why_silence',
};

/** What a piece of evidence says, with its day. */
export function evidenceWords(
  { rule, params }: CheckLine,
  { text, at }: CheckLine['evidence'][number],
  now = Date.now(),
): string {
  const said = whyWords(rule, text, params.state === 'none');
  return at === null ? said : t('templates.why_day', { text: said, day: shortDate(at, now) });
}

function whyWords(rule: CheckLine['rule'], text: string, isNone: boolean): string {
  const plain = WHY[rule];
  if (plain) return t(plain as 'templates.why_stage');
  if (rule === 'doNotContact') return t('templates.why_do_not_contact', { text: text || '–' });
  if (rule === 'consent')
    return isNone ? t('templates.why_consent_none') : t('templates.why_basis', { text: text || '–' });
  if (rule === 'greeting') return t('templates.why_greeting', { text });
  if (rule === 'sameText') return t('templates.why_text', { text: text || '–' });
  return text;
}
