import { useAction } from '@/components/contacts/command';
import type { TagView } from '@/lib/api/views';
import { TagPills } from './tag-pills';

interface TagRowProps {
  contactId: string;
  tags: readonly TagView[];
}

/** Tags of a contact: each change is saved at once. */
export function TagRow({ contactId, tags }: TagRowProps) {
  const act = useAction();
  const contactIds = [contactId];
  return (
    <TagPills
      tags={tags}
      onAdd={({ tagId, path }) => act('tags.assign', { contactIds, ...(tagId ? { tagId } : { path }) })}
      onRemove={(tag) => act('tags.unassign', { contactIds, tagId: tag.id })}
    />
  );
}
