import { v7 as uuid } from 'uuid';
import { TAG_SCHEMA, type Tag } from '@/lib/crm/tags';
import { pathNames } from './tag-tree';

/** The tree of the practice tags, grown path by path. */
export class PracticeTags {
  readonly rows: Tag[] = [];
  private readonly known = new Map<string, string>();

  constructor(private readonly clock: string) {}

  /** Id of the tag at a path; what is missing of it is made. */
  at(path: string): string {
    let parentId: string | null = null;
    for (const name of pathNames(path)) parentId = this.child(parentId, name);
    if (!parentId) throw new Error('A practice tag needs a name');
    return parentId;
  }

  private child(parentId: string | null, name: string): string {
    const place = `${parentId ?? ''}/${name}`;
    const id = this.known.get(place) ?? uuid();
    if (!this.known.has(place)) {
      this.known.set(place, id);
      const row = { id, schema: TAG_SCHEMA, clock: this.clock, deletedAt: null };
      this.rows.push({ ...row, name, parentId, synonyms: [] });
    }
    return id;
  }
}
