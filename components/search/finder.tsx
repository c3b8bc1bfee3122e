import { Building2, Tag, User } from 'lucide';
import { useState } from 'preact/hooks';
import { type Command, type CommandGroup, CommandPalette } from '@/components/ui/command-palette';
import { matching } from '@/components/ui/matching';
import type { ContactHit } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { useFind } from './use-find';

/** A command of the page, with further words that find it. */
export interface PageCommand extends Command {
  keywords?: string;
}

interface FinderProps {
  commands: readonly PageCommand[];
  onContact(id: string): void;
  onCompany(id: string): void;
  onTag(id: string): void;
  onClose(): void;
}

/** What tells one contact from another of the same name: what matched, else what they do and where. */
function hintOf(hit: ContactHit): string | undefined {
  const words = [hit.matched ?? hit.title, hit.company].filter((word) => word !== null);
  return [...new Set(words)].join(', ') || undefined;
}

/** Finds any record and runs any command. */
export function Finder({ commands, onContact, onCompany, onTag, onClose }: FinderProps) {
  const [text, setText] = useState('');
  const found = useFind(text);
  const groups: CommandGroup[] = [
    {
      title: t('common.contacts'),
      commands: found.contacts.map((hit) => ({
        id: `contact ${hit.id}`,
        label: hit.name,
        hint: hintOf(hit),
        icon: User,
        run: () => onContact(hit.id),
      })),
    },
    {
      title: t('common.companies'),
      commands: found.companies.map((hit) => ({
        id: `company ${hit.id}`,
        label: hit.name,
        icon: Building2,
        run: () => onCompany(hit.id),
      })),
    },
    {
      title: t('common.tags'),
      commands: found.tags.map((hit) => ({
        id: `tag ${hit.id}`,
        label: hit.path.join(' / '),
        icon: Tag,
        run: () => onTag(hit.id),
      })),
    },
    { title: t('workspace.commands'), commands: matching(commands, text) },
  ];
  return (
    <CommandPalette
      groups={groups.filter((group) => group.commands.length > 0)}
      onText={setText}
      onClose={onClose}
    />
  );
}
