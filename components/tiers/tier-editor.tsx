import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useLate } from '@/components/query/use-late';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Tier } from '@/lib/crm/tiers';
import { t } from '@/lib/i18n';
import { draftOf, newDraft, shifted, type TierDraft, tiersOf } from './draft';
import { TierLine } from './tier-line';
import { TierPreviewView } from './tier-preview';
import './tiers.css';

const MOST = 10;

interface TierEditorProps {
  tiers: readonly Tier[];
  segments: readonly { id: string; name: string }[];
  addressOf(contactId: string): string;
}

/** The levels in their order, what each gets, and who would move before it is saved. */
export function TierEditor({ tiers: stored, segments, addressOf }: TierEditorProps) {
  const [drafts, setDrafts] = useState<TierDraft[]>(() => stored.map(draftOf));
  const [wanting, setWanting] = useState(false);
  const { run, busy, error } = useCommand();
  const tiers = tiersOf(drafts);
  const asked = useLate(tiers);
  const answer = useQuery('tiers.preview', asked && { tiers: asked });
  // What was asked before the last change says nothing of it.
  const preview = JSON.stringify(asked) === JSON.stringify(tiers) ? answer.value : null;
  const isKnown =
    JSON.stringify(tiers) === JSON.stringify(stored.map(draftOf).map((one) => tiersOf([one])?.[0]));

  const put = (next: TierDraft[]) => {
    setWanting(false);
    setDrafts(next);
  };
  const save = async () => {
    setWanting(tiers === null);
    if (!tiers) return;
    await run('tiers.set', { tiers }, ({ moved }) =>
      moved === 0 ? t('tiers.saved') : t('tiers.saved_moved', { count: moved }),
    );
  };

  return (
    <form
      class="tier-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {drafts.length === 0 && <EmptyState title={t('tiers.empty')}>{t('tiers.empty_how')}</EmptyState>}
      {drafts.length > 0 && (
        <>
          <div class="tier-line small quiet-text" aria-hidden="true">
            <span />
            <span>{t('tiers.name')}</span>
            <span>{t('tiers.segment')}</span>
            <span>{t('tiers.cadence')}</span>
            <span>{t('tiers.minutes')}</span>
            <span class="tier-count">{t('tiers.count')}</span>
          </div>
          <ol class="tier-lines">
            {drafts.map((draft, at) => (
              <TierLine
                key={draft.id}
                draft={draft}
                n={at + 1}
                of={drafts.length}
                segments={segments}
                wanting={wanting}
                count={preview?.counts[draft.id]}
                fault={preview?.faults[draft.id]}
                onChange={(changed) =>
                  put(drafts.map((one) => (one === draft ? { ...one, ...changed } : one)))
                }
                onShift={(by) => put(shifted(drafts, at, by))}
                onRemove={() => put(drafts.filter((one) => one !== draft))}
              />
            ))}
          </ol>
        </>
      )}
      {drafts.length < MOST && (
        <Button kind="bare" icon={Plus} class="flush" onClick={() => put([...drafts, newDraft()])}>
          {t('tiers.add')}
        </Button>
      )}
      {drafts.length > 0 && <p class="small quiet-text">{t('tiers.rhythm')}</p>}
      {asked && !isKnown && (
        <TierPreviewView tiers={asked} preview={preview} error={answer.error} addressOf={addressOf} />
      )}
      {(error || wanting) && (
        <p class="late" role="alert">
          {wanting ? t('tiers.unfinished') : error}
        </p>
      )}
      <div class="tier-actions">
        <Button type="submit" kind="ink" loading={busy} disabled={isKnown}>
          {t('tiers.save')}
        </Button>
        {!isKnown && <Button onClick={() => put(stored.map(draftOf))}>{t('common.cancel')}</Button>}
      </div>
    </form>
  );
}
