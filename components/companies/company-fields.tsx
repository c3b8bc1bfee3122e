import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction, useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { CompanyView } from '@/lib/api/views';
import type { PointKind } from '@/lib/crm/contacts';
import { type Key, t } from '@/lib/i18n';
import './companies.css';

/** What can be said of a company: ways to reach it, and facts. */
const KINDS = {
  url: { point: 'url', label: 'workspace.company_site' },
  email: { point: 'email', label: 'common.address' },
  phone: { point: 'phone', label: 'common.phone' },
  postal: { point: 'postal', label: 'workspace.company_postal' },
  city: { point: null, label: 'common.city' },
  industry: { point: null, label: 'workspace.company_industry' },
} as const satisfies Record<string, { point: PointKind | null; label: Key }>;
type KindName = keyof typeof KINDS;

/** One line of the profile, whichever map it stands in. */
interface Line {
  id: string;
  name: string;
  value: string;
  isPoint: boolean;
}

function linesOf(company: CompanyView): Line[] {
  return [
    ...company.points.map((point) => ({
      id: point.id,
      name: point.kind as string,
      value: point.value,
      isPoint: true,
    })),
    ...company.facts.map((fact) => ({ id: fact.id, name: fact.field, value: fact.value, isPoint: false })),
  ];
}

/** What is known of a company, edited in place. */
export function CompanyFields({ company }: { company: CompanyView }) {
  const [adding, setAdding] = useState<KindName | null>(null);
  const lines = linesOf(company);
  const missing = (Object.keys(KINDS) as KindName[]).filter(
    (name) => !lines.some((line) => line.name === name),
  );
  return (
    <section aria-label={t('common.profile')}>
      <dl class="company-fields">
        {lines.map((line) => (
          <CompanyLine key={line.id} companyId={company.id} line={line} />
        ))}
        {adding && (
          <CompanyLine
            key={adding}
            companyId={company.id}
            line={{ id: '', name: adding, value: '', isPoint: KINDS[adding].point !== null }}
            onDone={() => setAdding(null)}
          />
        )}
      </dl>
      <div class="company-add">
        {missing.map((name) => (
          <Button key={name} kind="bare" icon={Plus} onClick={() => setAdding(name)}>
            {t(KINDS[name].label)}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface CompanyLineProps {
  companyId: string;
  line: Line;
  /** Set on a line that is new: called when it was saved or left. */
  onDone?(): void;
}

function CompanyLine({ companyId, line, onDone }: CompanyLineProps) {
  const [text, setText] = useState<string | null>(onDone ? '' : null);
  const { run, busy, error } = useCommand();
  const act = useAction();
  const label = line.name in KINDS ? t(KINDS[line.name as KindName].label) : line.name;

  const close = () => {
    setText(null);
    onDone?.();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const value = text?.trim() ?? '';
    const id = line.id || undefined;
    if (!value || value === line.value) return close();
    const saved = line.isPoint
      ? await run('companies.setPoint', {
          id: companyId,
          pointId: id,
          point: { kind: line.name as PointKind, value },
        })
      : await run('companies.setFact', { id: companyId, factId: id, fact: { field: line.name, value } });
    if (saved) close();
  };
  const remove = () =>
    line.isPoint
      ? act('companies.removePoint', { id: companyId, pointId: line.id })
      : act('companies.removeFact', { id: companyId, factId: line.id });

  return (
    <div class="company-line">
      <dt>{label}</dt>
      <dd>
        {text === null ? (
          <button
            type="button"
            class="company-value one-line"
            aria-label={t('workspace.edit_value', { field: label, value: line.value })}
            onClick={() => setText(line.value)}
          >
            {line.value}
          </button>
        ) : (
          <form class="company-edit" onSubmit={save}>
            <Field label={label} labelUnseen autofocus value={text} error={error} onInput={setText} />
            <Button type="submit" kind="ink" loading={busy}>
              {t('common.save')}
            </Button>
            {line.id && <Button onClick={() => void remove()}>{t('common.remove')}</Button>}
            <Button kind="bare" onClick={close}>
              {t('common.cancel')}
            </Button>
          </form>
        )}
      </dd>
    </div>
  );
}
