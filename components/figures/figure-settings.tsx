import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { NumberField } from '@/components/surveys/number-field';
import { Button } from '@/components/ui/button';
import { choicesOf, DEFAULT_CHOICES, type FigureChoices, LOYALTY_PARTS } from '@/lib/crm/figure-choices';
import { t } from '@/lib/i18n';
import { list, number } from '@/lib/i18n/format';
import './figures.css';

/** What loyalty and the expected worth are counted with. */
export function FigureSettings() {
  const settings = useQuery('settings.get', {}, { keep: true });
  if (!settings.value) return null;
  const choices = choicesOf(settings.value.settings.figures);
  return <ChoicesForm key={JSON.stringify(choices)} choices={choices} />;
}

/** Percent. */
const LIMITS = { margin: [1, 100], discount: [0, 10] } as const;

/** As typed: percent, and no number yet where a field is empty. */
interface Draft {
  loyalty: Partial<Record<keyof FigureChoices['loyalty'], number | undefined>>;
  margin: number | undefined;
  discount: number | undefined;
}

function ChoicesForm({ choices }: { choices: FigureChoices }) {
  const { client } = useDesk();
  const { run, busy, error, setError } = useCommand();
  const [draft, setDraft] = useState<Draft>(() => draftOf(choices));
  const read = choicesIn(draft);

  const save = async (figures: FigureChoices | null) => {
    if (!figures) return setError(t('figures.choices_wrong'));
    if (!isAny(figures)) return setError(t('figures.weights_wrong'));
    if (!(await run('settings.set', { settings: { figures } }, t('figures.choices_saved')))) return;
    await client.call('figures.refresh', { again: false }).catch(() => undefined);
  };

  return (
    <form
      class="figure-settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(read);
      }}
    >
      <fieldset>
        <legend>{t('figures.loyalty_weights')}</legend>
        <div class="figure-weights">
          {LOYALTY_PARTS.map((part) => (
            <NumberField
              key={part}
              label={t(`figures.weight_${part}`)}
              value={draft.loyalty[part]}
              least={0}
              most={100}
              fractions
              onNumber={(weight) => setDraft({ ...draft, loyalty: { ...draft.loyalty, [part]: weight } })}
            />
          ))}
        </div>
        <p class="small quiet-text">
          {read && isAny(read) && t('figures.weights_how', { shares: sharesOf(read) })}
        </p>
      </fieldset>
      <fieldset>
        <legend>{t('figures.worth_settings')}</legend>
        <div class="figure-weights">
          {(['margin', 'discount'] as const).map((name) => (
            <NumberField
              key={name}
              label={t(`figures.${name}`)}
              hint={t(`figures.${name}_how`)}
              value={draft[name]}
              least={LIMITS[name][0]}
              most={LIMITS[name][1]}
              fractions
              onNumber={(value) => setDraft({ ...draft, [name]: value })}
            />
          ))}
        </div>
      </fieldset>
      {error && (
        <p class="late" role="alert">
          {error}
        </p>
      )}
      <div class="figure-settings-acts">
        <Button type="submit" loading={busy} disabled={same(read, choices)}>
          {t('common.save')}
        </Button>
        {!same(choices, DEFAULT_CHOICES) && (
          <Button kind="bare" disabled={busy} onClick={() => void save(DEFAULT_CHOICES)}>
            {t('figures.choices_default')}
          </Button>
        )}
      </div>
    </form>
  );
}

const same = (one: FigureChoices | null, other: FigureChoices) =>
  JSON.stringify(one) === JSON.stringify(other);
const isAny = ({ loyalty }: FigureChoices) => LOYALTY_PARTS.some((part) => loyalty[part] > 0);

function draftOf({ loyalty, margin, monthlyDiscount }: FigureChoices): Draft {
  const percent = (share: number) => Math.round(1000 * share) / 10;
  return { loyalty, margin: percent(margin), discount: percent(monthlyDiscount) };
}

/** Null while a field is empty. */
function choicesIn({ loyalty, margin, discount }: Draft): FigureChoices | null {
  if (margin === undefined || discount === undefined) return null;
  const weights = LOYALTY_PARTS.flatMap((part): [string, number][] => {
    const weight = loyalty[part];
    return weight === undefined ? [] : [[part, weight]];
  });
  if (weights.length < LOYALTY_PARTS.length) return null;
  return {
    loyalty: Object.fromEntries(weights) as FigureChoices['loyalty'],
    margin: Math.round(10 * margin) / 1000,
    monthlyDiscount: Math.round(10 * discount) / 1000,
  };
}

/** What each part comes to of all. */
function sharesOf({ loyalty }: FigureChoices): string {
  const all = LOYALTY_PARTS.reduce((sum, part) => sum + loyalty[part], 0);
  return list(
    LOYALTY_PARTS.map((part) =>
      t('figures.share', {
        name: t(`figures.weight_${part}`),
        percent: number((100 * loyalty[part]) / all, { maximumFractionDigits: 0 }),
      }),
    ),
  );
}
