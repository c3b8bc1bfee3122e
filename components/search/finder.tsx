import {
  Building2,
  CircleCheck,
  Handshake,
  type IconNode,
  LifeBuoy,
  MessageSquareText,
  Tag,
  User,
} from 'lucide';
import { useState } from 'preact/hooks';
import { type Command, type CommandGroup, CommandPalette } from '@/components/ui/command-palette';
import { matching } from '@/components/ui/matching';
import type { SearchHit } from '@/lib/api/search-views';
import { t } from '@/lib/i18n';
import { Marked } from './marked';
import { hashOf, makingWords, useFind } from './use-find';

/** A command of the page, with further words that find it. */
export interface PageCommand extends Command {
  keywords?: string;
}

interface FinderProps {
  commands: readonly PageCommand[];
  /** Goes to an address of the workspace. */
  onGo(hash: string): void;
  onClose(): void;
}

const GROUPS = [
  ['contact', 'common.contacts', User],
  ['company', 'common.companies', Building2],
  ['tag', 'common.tags', Tag],
  ['task', 'common.tasks', CircleCheck],
  ['case', 'cases.cases', LifeBuoy],
  ['response', 'responses.answers', MessageSquareText],
  ['deal', 'deals.deals', Handshake],
] as const satisfies readonly (readonly [SearchHit['kind'], string, IconNode])[];

/** Finds any record by whatever is known of it, and runs any command. */
export function Finder({ commands, onGo, onClose }: FinderProps) {
  const [text, setText] = useState('');
  const found = useFind(text);
  const groups: CommandGroup[] = [
    ...GROUPS.map(([kind, title, icon]) => ({
      title: t(title),
      commands: found.hits
        .filter((hit) => hit.kind === kind)
        .map((hit) => commandOf(hit, icon, () => onGo(hashOf(hit)))),
    })),
    { title: t('workspace.commands'), commands: matching(commands, text) },
  ];
  return (
    <CommandPalette
      groups={groups.filter((group) => group.commands.length > 0)}
      waiting={found.waiting}
      status={makingWords(found)}
      onText={setText}
      onClose={onClose}
    />
  );
}

function commandOf(hit: SearchHit, icon: IconNode, run: () => void): Command {
  return {
    id: `${hit.kind} ${hit.id}`,
    label: hit.name,
    hint: hit.hint ?? undefined,
    detail: hit.found && <Marked text={hit.found.text} spans={hit.found.spans} />,
    icon,
    run,
  };
}
