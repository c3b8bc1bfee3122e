import { DraftBuilder } from './draft-builder';
import type { FileDraft } from './file-contacts';
import type { HeldBack } from './file-error';

/** Somebody whom a row of a deal, ticket or activity names. */
export interface Named {
  name: string;
  email: string;
  external: string;
}

/** Everybody named by the rows of a table, each once: by number, else by address, else by name. */
export class People {
  private readonly builders = new Map<string, DraftBuilder>();

  constructor(private readonly language: 'en' | 'zh-Hans') {}

  /** The draft of somebody, made at the first row. `null` when nothing tells who it is. */
  of(named: Named, where: string): { key: string; builder: DraftBuilder } | null {
    const key = named.external || named.email.toLowerCase() || named.name;
    if (!key) return null;
    const builder = this.builders.get(key) ?? new DraftBuilder(where, this.language);
    this.builders.set(key, builder);
    builder.name(named.name);
    builder.point('email', named.email);
    if (named.external) builder.external(named.external);
    return { key, builder };
  }

  build(): { drafts: FileDraft[]; heldBack: HeldBack[] } {
    const heldBack: HeldBack[] = [];
    const drafts = [...this.builders].flatMap(([key, builder]) => {
      // Only a number is known of some: it finds those who were imported before.
      const unnamed = !builder.isNamed();
      if (unnamed) builder.name(key);
      const draft = builder.build();
      heldBack.push(...builder.heldBack);
      if (draft && unnamed) draft.unnamed = true;
      return draft ?? [];
    });
    return { drafts, heldBack };
  }
}

const ADDRESS = /[^\s<>(),;:"]+@[^\s<>(),;:"]+/;

/**
 * People in a cell: `Ana Duarte (ana@casa.example); Bo`, with their numbers in the cell beside, in the same order.
 * @param system whose numbers these are
 */
export function namedIn(text: string, ids: string, system: string): Named[] {
  const names = text.split(/\s*[;；\n]\s*/).filter(Boolean);
  const numbers = ids.split(/\s*[;,；\n]\s*/).filter(Boolean);
  return Array.from({ length: Math.max(names.length, numbers.length) }, (_, index) => {
    const one = (names[index] ?? '').slice(0, 300);
    const email = ADDRESS.exec(one)?.[0] ?? '';
    const name = one
      .replace(email, '')
      .replace(/[(<（]\s*[)>）]/g, '')
      .trim();
    const number = numbers[index];
    return { name, email, external: number ? `${system}:${number}` : '' };
  });
}
