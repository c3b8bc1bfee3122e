import { Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Row } from '@/components/ui/sheet';
import { type Key, t } from '@/lib/i18n';
import { type Computed, FOLDS, type Fold } from '@/lib/surveys/form';
import { useBench } from './bench';
import { firstTerm, freshName, renamed, withComputed } from './draft/computed';
import { merged } from './draft/questions';
import { Editor } from './editor';
import { NumberField } from './number-field';
import { TermField } from './term-field';
import './computed.css';

const BY = {
  sum: 'logic.by_sum',
  mean: 'logic.by_mean',
  min: 'logic.by_min',
  max: 'logic.by_max',
  count: 'logic.by_count',
  first: 'logic.by_first',
} as const satisfies Record<Fold, Key>;

/** The numbers that the survey computes from its answers. */
export function ComputedEditor() {
  const { form, act } = useBench();
  const computed = form.computed ?? [];
  const add = () =>
    act(
      withComputed(form, [
        ...computed,
        { name: freshName(form, 'total'), by: 'sum', of: [firstTerm(form, computed.length)] },
      ]),
    );
  return (
    <Editor label={t('logic.computed')}>
      <Row gutter={t('logic.computed')}>
        <p>{t('logic.computed_about')}</p>
        {computed.length === 0 && <p class="quiet-text">{t('logic.computed_none')}</p>}
      </Row>
      {computed.map((one, at) => (
        <One key={at} of={one} at={at} />
      ))}
      <Row gutter="">
        <Button kind="bare" icon={Plus} onClick={add}>
          {t('logic.computed_add')}
        </Button>
      </Row>
    </Editor>
  );
}

function One({ of, at }: { of: Computed; at: number }) {
  const { form, write, act } = useBench();
  const computed = form.computed ?? [];
  /** What is no name yet changes nothing. */
  const [typed, setTyped] = useState<string | null>(null);
  const changed = (part: Partial<Computed>) => withComputed(form, computed.with(at, merged(of, part)));
  const remove = () =>
    act(withComputed(form, computed.toSpliced(at, 1)), t('logic.computed_removed', { name: of.name }));
  return (
    <Row gutter={<span class="num">{`@${of.name}`}</span>} field>
      <fieldset class="computed">
        <legend class="unseen">{t('logic.computed_n', { n: at + 1 })}</legend>
        <div class="computed-head">
          <Field
            label={t('logic.name')}
            hint={t('logic.name_hint', { pipe: `{{@${of.name}}}` })}
            value={typed ?? of.name}
            spellcheck={false}
            onInput={(text) => {
              setTyped(text);
              const name = text.trim().replace(/\s+/g, '_');
              if (name) write(renamed(form, at, name));
            }}
            onBlur={() => setTyped(null)}
          />
          <Select
            label={t('logic.by')}
            value={of.by}
            choices={FOLDS.map((value) => ({ value, label: t(BY[value]) }))}
            onChoose={(by) => act(changed({ by }))}
          />
          {of.by !== 'count' && (
            <NumberField
              label={t('logic.round')}
              least={0}
              most={6}
              placeholder={2}
              value={of.round}
              onNumber={(round) => write(changed({ round }))}
            />
          )}
          <IconButton
            icon={X}
            size={14}
            label={t('logic.computed_remove', { name: of.name })}
            onClick={remove}
          />
        </div>
        <ol>
          {of.of.map((term, index) => (
            <TermField
              key={index}
              term={term}
              number={index + 1}
              by={of.by}
              at={at}
              onWrite={(next) => write(changed({ of: of.of.with(index, next) }))}
              onAct={(next) =>
                act(changed({ of: next ? of.of.with(index, next) : of.of.toSpliced(index, 1) }))
              }
            />
          ))}
        </ol>
        <Button kind="bare" icon={Plus} onClick={() => act(changed({ of: [...of.of, firstTerm(form, at)] }))}>
          {t('logic.term_add')}
        </Button>
      </fieldset>
    </Row>
  );
}
