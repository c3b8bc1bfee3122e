import type { ComboboxOption } from '@/components/ui/combobox';
import type { TagNode } from '@/lib/api/views';
import { TAG_SEPARATOR } from './tag-separator';

/** A tag as a list of choices offers it: by its path, and found by its other names too. */
export function tagOption({ id, path, synonyms }: Pick<TagNode, 'id' | 'path' | 'synonyms'>): ComboboxOption {
  return { value: id, label: path.join(TAG_SEPARATOR), keywords: synonyms.join(' ') };
}
