import { typeWord } from '@/components/activities/item-words';
import { sentence } from '@/components/advice/words';
import { dateWord, partialDateText } from '@/components/contacts/date-words';
import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import { stageWords } from '@/components/deals/words';
import { needWords } from '@/components/needs/words';
import type { Dossier } from '@/lib/api/data-views';
import type { DateView, NeedView, PointView, TimelineItem } from '@/lib/api/views';
import type { Channel, Consent } from '@/lib/crm/contacts';
import type { Outcome } from '@/lib/crm/outcomes';
import { SHOWN_STAGE } from '@/lib/crm/stage-names';
import { language, t } from '@/lib/i18n';
import { dateTime, money } from '@/lib/i18n/format';

type ConsentState = Consent['state'];
type Became = Outcome['became'];
type Stage = keyof typeof SHOWN_STAGE;
type Line = (string | number | null)[];

/** All that is stored on a person as a page to read, with the same as data inside. It asks nothing of any network. */
export function personPage(dossier: Dossier): string {
  const { name, savedAt, photo } = dossier;
  const title = t('data.give_title', { name });
  const json = JSON.stringify(dossier, null, 2);
  const address = `data:application/json;base64,${base64(json)}`;
  return `<!doctype html>
<html lang="${language.value}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${safe(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #8884;overflow-wrap:anywhere}td{white-space:pre-line}h2{margin-top:2rem}</style>
</head><body>
<h1>${safe(title)}</h1>
<p>${safe(t('data.give_about', { when: when(savedAt) }))}</p>
${photo ? `<img src="data:${safe(photo.type)};base64,${safe(photo.base64)}" alt="${safe(t('data.give_photo'))}">` : ''}
${dossier.earlierPhotos.map(({ type, base64 }) => `<img src="data:${safe(type)};base64,${safe(base64)}" alt="${safe(t('data.give_earlier_photo'))}">`).join('')}
<p><a download="${safe(fileName(dossier, 'json'))}" href="${address}">${safe(t('data.give_json'))}</a></p>
${sectionsOf(dossier)
  .map(({ title, lines }) => section(title, lines))
  .join('\n')}
</body></html>
`;
}

/** Name of the file, without what file systems do not take. */
export function fileName({ name }: Dossier, ending: string): string {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `${plain || 'person'}.${ending}`;
}

function sectionsOf(dossier: Dossier): { title: string; lines: Line[] }[] {
  const { facts, points, dates, tags, consents, kept, activities, tasks, answers, invites, cases } = dossier;
  const {
    texts,
    needs,
    deals,
    advice,
    external,
    stage,
    doNotContact,
    cadenceDays,
    tiers,
    greeted,
    mergedFrom,
  } = dossier;
  const given = (...texts: (string | null)[]) =>
    texts.includes(null) ? t('data.give_not_alone') : texts.filter(Boolean).join('\n');
  const pairs = (values: Record<string, string>) =>
    Object.entries(values).map(([name, value]) => `${name}: ${value}`);
  const labelled = (word: string, label: string | undefined) =>
    label ? t('common.in_brackets', { what: word, more: label }) : word;
  return [
    {
      title: t('data.give_profile'),
      lines: [
        ...facts.map((one): Line => [factWord(one.field), given(one.value), one.source, when(one.at)]),
        ...points.map(
          (one): Line => [
            labelled(pointWord(one.kind as PointView['kind']), one.label),
            one.value,
            one.source,
            when(one.at),
          ],
        ),
        ...dates.map(
          (one): Line => [
            dateWord({ kind: one.kind as DateView['kind'], label: one.label ?? null } as DateView),
            partialDateText(one.date),
            one.source,
            when(one.at),
          ],
        ),
        ...tags.map((one): Line => [t('common.tag'), one.path, one.source, when(one.at)]),
        ...external.map((one): Line => [t('data.give_number'), one, '', '']),
        ...(stage ? [[stageWord(stage.stage), stage.reason, '', when(stage.at)]] : []),
        ...(doNotContact
          ? [[t('panel.do_not_contact'), doNotContact.reason, '', when(doNotContact.at)]]
          : []),
        ...(cadenceDays === null
          ? []
          : [[t('unfolded.stay_in_touch_every'), t('unfolded.every_days', { count: cadenceDays }), '', '']]),
        ...tiers.map((one): Line => [t('tiers.tier'), one.name, '', when(one.at)]),
        ...greeted.map((one): Line => [t('data.give_greeted'), one.greeting, '', when(one.at)]),
        ...mergedFrom.map((one): Line => [t('data.give_merged'), one.name, '', when(one.addedAt)]),
      ],
    },
    {
      title: t('data.give_consents'),
      lines: consents.map((one) => [
        t(`unfolded.consent_${one.channel as Channel}`),
        [t(`workspace.value_${one.state as ConsentState}`), one.basis].filter(Boolean).join(': '),
        one.source,
        when(one.at),
      ]),
    },
    {
      title: t('data.give_timeline'),
      lines: activities.map(({ type, subject, text, link, amount, value, source, at }) => [
        typeWord(type as TimelineItem['type']),
        [
          subject,
          text ?? t('data.give_not_alone'),
          amount && money(amount.minor, amount.currency),
          value !== undefined && `${t('data.give_mood')}: ${value}`,
          link,
        ]
          .filter(Boolean)
          .join('\n'),
        source,
        when(at),
      ]),
    },
    {
      title: t('data.give_tasks'),
      lines: tasks.map(({ title, due, createdAt }) => [due?.date ?? '', given(title), '', when(createdAt)]),
    },
    {
      title: t('data.give_answers'),
      lines: answers.map(({ survey, values, lang, page, who, hidden, source, at }) => [
        survey,
        [
          ...values.map(({ question, answer }) => `${question}: ${answer}`),
          ...pairs(who),
          ...pairs(hidden),
          page,
          lang,
        ]
          .filter(Boolean)
          .join('\n'),
        source,
        when(at),
      ]),
    },
    {
      title: t('data.give_invites'),
      lines: invites.map(({ survey, at, heldOut }) => [
        survey,
        heldOut ? t('data.give_held_out') : '',
        '',
        when(at),
      ]),
    },
    {
      title: t('data.give_cases'),
      lines: cases.map(({ number, title, text, expectation, cause, openedAt }) => [
        number,
        [given(title, text), expectation, cause].filter(Boolean).join('\n'),
        '',
        when(openedAt),
      ]),
    },
    {
      title: t('data.give_texts'),
      lines: texts.map(({ template, at }) => [template ?? t('data.give_text_own'), '', '', when(at)]),
    },
    {
      title: t('data.give_needs'),
      lines: needs.map((one) => [needWord(one), one.quote, one.source, when(one.at)]),
    },
    {
      title: t('data.give_deals'),
      lines: deals.map(({ title, amount, state, stage, stageId, reason, note, nextStep, createdAt }) => [
        [
          amount && money(amount.minor, amount.currency),
          state === 'open'
            ? stageWords({ id: stageId, name: stage })
            : t(`deals.state_${state as 'won' | 'lost'}`),
        ]
          .filter(Boolean)
          .join('\n'),
        [given(title, reason, note), nextStep].filter(Boolean).join('\n'),
        '',
        when(createdAt),
      ]),
    },
    {
      title: t('data.give_advice'),
      lines: advice.map(({ play, title, day, became }) => [
        title ?? playWord(play),
        t(`data.became_${became as Became}`),
        '',
        day,
      ]),
    },
    {
      title: t('data.give_kept'),
      lines: kept.map(({ name, value, source, at }) => [name, value, source, when(at)]),
    },
  ];
}

function section(title: string, lines: Line[]): string {
  if (lines.length === 0) return `<h2>${safe(title)}</h2><p>${safe(t('data.give_nothing'))}</p>`;
  const heads = [t('data.give_what'), t('data.give_value'), t('data.give_source'), t('data.give_when')];
  const head = heads.map((one) => `<th scope="col">${safe(one)}</th>`).join('');
  const rows = lines.map(
    (line) => `<tr>${line.map((one) => `<td>${safe(String(one ?? ''))}</td>`).join('')}</tr>`,
  );
  return `<h2>${safe(title)}</h2><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** The product's name of a play; the id of one that this version does not know. */
function playWord(play: string): string {
  const key = `plays.${play}_title`;
  const words = sentence({ key, params: {} });
  return words === key ? play : words;
}

function stageWord(stage: string): string {
  return Object.hasOwn(SHOWN_STAGE, stage) ? t(`common.stage_${SHOWN_STAGE[stage as Stage]}`) : stage;
}

function needWord({ kind, strength, status }: Dossier['needs'][number]): string {
  return needWords({ kind, strength, status } as NeedView);
}

function when(at: number): string {
  return dateTime(at, Date.now());
}

/** Text that a stranger may have written, as text of a page or of an attribute. */
function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
