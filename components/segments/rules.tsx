import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { perform } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureCode, failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { NumberField } from '@/components/surveys/number-field';
import { IconButton } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { toast } from '@/components/ui/toast';
import type { Input, Result } from '@/lib/api/client';
import { t } from '@/lib/i18n';

type SetRule = (
  tagId: string,
  rule: Input<'segments.setRule'>['rule'],
  said: (done: Result<'segments.setRule'>) => string,
) => Promise<void>;

/** Tags that whoever is in the segment has: given at once, and every day anew. */
export function Rules({ id }: { id: string }) {
  const desk = useDesk();
  const rules = useQuery('segments.rules', { id }, { keep: true });
  const tags = useQuery('tags.tree', {}, { keep: true });
  const [days, setDays] = useState<number | undefined>(undefined);
  const given = rules.value ?? [];
  const give = async (tagId: string) => {
    const rule = { segmentId: id, ...(days === undefined ? {} : { expiresDays: days }) };
    await set(tagId, rule, ({ given: count }) => t('segments.rule_done', { count }));
  };
  const set: SetRule = async (tagId, rule, said) => {
    try {
      await perform(desk, 'segments.setRule', { id: tagId, rule }, said);
    } catch (failure) {
      toast(ruleFailure(failure), { failed: true });
    }
  };
  const create = async (path: string) => {
    const made = await desk.client.call('tags.add', { path }).catch(() => null);
    if (made) await give(made.id);
  };
  const stop = (tagId: string, name: string) => set(tagId, null, () => t('segments.rule_stopped', { name }));
  return (
    <section class="segment-section" aria-labelledby="segment-rules">
      <h2 id="segment-rules">{t('segments.rules')}</h2>
      <p class="quiet-text">{t('segments.rules_how')}</p>
      {given.length > 0 && (
        <ul class="segment-rules">
          {given.map(({ tagId, name }) => (
            <li key={tagId}>
              {name}
              <IconButton
                icon={X}
                size={14}
                label={t('segments.rule_remove', { name })}
                onClick={() => void stop(tagId, name)}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="segment-compare">
        <Combobox
          label={t('segments.rule_add')}
          options={(tags.value ?? []).map((tag) => ({ value: tag.id, label: tag.path.join(' / ') }))}
          onChoose={(tagId) => void give(tagId)}
          onCreate={(path) => void create(path)}
        />
        <NumberField label={t('segments.rule_days')} value={days} least={1} most={3650} onNumber={setDays} />
      </div>
    </section>
  );
}

function ruleFailure(failure: unknown): string {
  const code = failureCode(failure);
  if (code === 'conflict') return t('segments.rule_taken');
  return code === 'invalid' ? t('segments.put_ring') : failureWords(failure);
}
