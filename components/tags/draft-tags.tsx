import { Row } from '@/components/ui/sheet';
import type { TagView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { TagPills } from './tag-pills';
import { TAG_SEPARATOR } from './tag-separator';

interface DraftTagsProps {
  /** Paths, such as `Region / Norway`. */
  paths: readonly string[];
  onChange(paths: string[]): void;
}

/** Tags of somebody who is not saved yet: chosen or named, and made with the contact. */
export function DraftTags({ paths, onChange }: DraftTagsProps) {
  return (
    <Row class="draft-tags" gutter={t('common.tags')}>
      <TagPills
        tags={paths.map(tagOf)}
        onAdd={({ path }) => onChange([...paths.filter((one) => one !== path), path])}
        onRemove={(tag) => onChange(paths.filter((one) => one !== tag.id))}
      />
    </Row>
  );
}

/** A path as the pills show a tag; it stands for its own id until there is one. */
function tagOf(path: string): TagView {
  const names = path.split(TAG_SEPARATOR.trim()).map((name) => name.trim());
  return { id: path, name: names.at(-1) ?? path, path: names };
}
