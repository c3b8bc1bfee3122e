import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { NumberField } from '@/components/surveys/number-field';
import { IconButton } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { t } from '@/lib/i18n';

/** Tags that whoever is in the segment has: given at once, and every day anew. */
export function Rules({ id }: { id: string }) {
  const { client } = useDesk();
  const act = useAction();
  const rules = useQuery('segments.rules', { id }, { keep: true });
  const tags = useQuery('tags.tree', {}, { keep: true });
  const [days, setDays] = useState<number | undefined>(undefined);
  const given = rules.value ?? [];
  const give = async (tagId: string) => {
    const rule = { segmentId: id, ...(days === undefined ? {} : { expiresDays: days }) };
    if (!(await act('segments.setRule', { id: tagId, rule }))) return;
    await act('segments.applyRule', { id: tagId }, ({ given: count }) => t('segments.rule_done', { count }));
  };
  const create = async (path: string) => {
    const made = await client.call('tags.add', { path }).catch(() => null);
    if (made) await give(made.id);
  };
  const stop = async (tagId: string, name: string) => {
    if (!(await act('segments.setRule', { id: tagId, rule: null }))) return;
    await act('segments.applyRule', { id: tagId }, t('segments.rule_stopped', { name }));
  };
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
