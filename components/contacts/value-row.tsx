import { Pencil, X } from 'lucide';
import { useState } from 'preact/hooks';
import { GuardedButton } from '@/components/people/guard';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Row } from '@/components/ui/sheet';
import type { FactView } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { SmallForm } from './small-form';
import './values.css';

/** What names the source of a value that nobody named one for. */
const OWN_WORDS = {
  typed: 'unfolded.source_you',
  paste: 'unfolded.source_paste',
  page: 'unfolded.source_page',
  import: 'unfolded.source_file',
  practice: 'unfolded.source_practice',
} as const satisfies Partial<Record<FactView['provenance']['how'], Key>>;

/** Where a value is from, as a line: "mail header, 19 Aug". */
export function sourceText(provenance: FactView['provenance']): string {
  const { how, at } = provenance;
  const date = shortDate(at, Date.now());
  const key = how in OWN_WORDS ? OWN_WORDS[how as keyof typeof OWN_WORDS] : null;
  const source = (how === 'typed' ? '' : provenance.source) || (key && t(key));
  return source ? t('unfolded.source_line', { source, date }) : date;
}

interface ValueRowProps {
  label: string;
  value: string;
  source: string;
  /** Opens what the value names. */
  onOpen?: (() => void) | undefined;
  /** Page of the workspace where the value can be removed too. */
  elsewhere: string;
  busy: boolean;
  error: string | null;
  /** Answers whether it was saved: only then the field closes. */
  onEdit(value: string): Promise<boolean>;
  onRemove(): void;
}

/** One value with its source, to edit in place or remove. */
export function ValueRow(props: ValueRowProps) {
  const { label, value, source, elsewhere, busy, error, onOpen, onEdit, onRemove } = props;
  const [text, setText] = useState<string | null>(null);
  const close = () => setText(null);

  async function save() {
    const wanted = text?.trim() ?? '';
    if (wanted === '' || wanted === value || (await onEdit(wanted))) close();
  }

  return (
    <Row class="value-row" field={text !== null} gutter={label}>
      <div hidden={text !== null}>
        <div class="value-line">
          <span class="value-text">
            {onOpen ? (
              <Button kind="bare" onClick={onOpen}>
                {value}
              </Button>
            ) : (
              value
            )}
          </span>
          <IconButton
            icon={Pencil}
            size={14}
            label={t('unfolded.edit_value', { label })}
            onClick={() => setText(value)}
          />
          <GuardedButton
            icon={X}
            label={t('unfolded.remove_value', { label })}
            elsewhere={elsewhere}
            onClick={onRemove}
          />
        </div>
        <p class="note quiet-text one-line" title={source}>
          {source}
        </p>
      </div>
      {text !== null && (
        <SmallForm
          label={t('unfolded.edit_value', { label })}
          busy={busy}
          onSave={() => void save()}
          onCancel={close}
        >
          <Field label={label} labelUnseen value={text} error={error} onInput={setText} />
        </SmallForm>
      )}
    </Row>
  );
}
