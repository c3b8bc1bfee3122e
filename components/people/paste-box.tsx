import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import { useQuery } from '@/components/query/use-query';
import { Checkbox } from '@/components/ui/checkbox';
import { Row } from '@/components/ui/sheet';
import { TextArea } from '@/components/ui/text-area';
import type { PromiseProposal } from '@/lib/api/care-views';
import type { PointView, Proposal } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { later } from './later';
import './people.css';

const PastedPromises = later(
  () => import('./care-parts').then((part) => part.PastedPromises),
  ['care', 'unfolded'],
);

/** Text rests this long before it is read. */
const RESTS_MS = 200;
/** Below this a proposal is offered, not ticked. */
const SURE = 0.5;

const POINTS = ['email', 'phone', 'url', 'wechat', 'whatsapp', 'line', 'qq', 'handle'];

function proposalWord(field: string): string {
  if (field === 'name') return t('common.name');
  if (field === 'birthday') return t('common.birthday');
  if (field === 'address') return pointWord('postal');
  return POINTS.includes(field) ? pointWord(field as PointView['kind']) : factWord(field);
}

interface PasteBoxProps {
  /** What whoever is added is called so far: a chat says so before their lines. */
  name: string;
  /** The proposals that are ticked now. */
  onChosen(chosen: Proposal[]): void;
  /** The promises that are ticked now. */
  onPromises(chosen: PromiseProposal[]): void;
  /** Unticked from outside: what the user has overwritten in the form. */
  dropped: readonly Proposal[];
}

/** Paste a signature, a card, a chat: fields are proposed, each with the words it stood in. Nothing is saved. */
export function PasteBox({ name, onChosen, onPromises, dropped }: PasteBoxProps) {
  const { client } = useDesk();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; proposals: Proposal[] } | null>(null);
  const [ticked, setTicked] = useState<readonly Proposal[]>([]);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => box.current?.querySelector('textarea')?.focus(), []);

  useEffect(() => {
    let here = true;
    const timer = setTimeout(async () => {
      if (text.trim() === '') return setFound(null);
      try {
        const proposals = await client.call('text.propose', { text });
        if (!here) return;
        setFound({ text, proposals });
        setTicked(proposals.filter((proposal) => proposal.confidence >= SURE));
        setError(null);
      } catch (failure) {
        if (here) setError(failureWords(failure));
      }
    }, RESTS_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [client, text]);

  const chosen = ticked.filter((proposal) => !dropped.includes(proposal));
  const key = chosen.map((proposal) => `${proposal.field}\n${proposal.value}`).join('\n');
  // Told once for each choice, known by its key
  useEffect(() => onChosen(chosen), [key]);
  const names = name.trim() === '' ? [] : [name.trim()];
  const promises =
    useQuery('promises.propose', found && { text: found.text, names }, { keep: true }).value ?? [];
  const isEmpty = found?.proposals.length === 0 && promises.length === 0;

  return (
    <>
      <Row field gutter={t('unfolded.paste')}>
        <div ref={box} class="paste-box">
          <TextArea
            label={t('unfolded.paste_anything')}
            labelUnseen
            placeholder={t('unfolded.paste_placeholder')}
            value={text}
            error={error}
            maxLength={200_000}
            onInput={setText}
          />
        </div>
      </Row>
      {found && (
        <Row>
          <ul class="proposals" aria-label={t('unfolded.proposals')}>
            {found.proposals.map((proposal) => (
              <li key={`${proposal.field}\n${proposal.value}`}>
                <Checkbox
                  label={t('unfolded.proposal', {
                    field: proposalWord(proposal.field),
                    value: proposal.value,
                  })}
                  checked={chosen.includes(proposal)}
                  onToggle={(on) =>
                    setTicked(on ? [...ticked, proposal] : ticked.filter((one) => one !== proposal))
                  }
                />
                {proposal.evidence !== proposal.value && (
                  <p class="note quiet-text one-line">{t('panel.quoted', { text: proposal.evidence })}</p>
                )}
              </li>
            ))}
          </ul>
          {promises.length > 0 && <PastedPromises found={promises} onChosen={onPromises} />}
          {isEmpty && <p class="small quiet-text">{t('unfolded.nothing_proposed')}</p>}
        </Row>
      )}
    </>
  );
}
