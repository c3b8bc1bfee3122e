import type { Ending, Texts } from '../form';
import { type FileJump, jumpsOf, type Told } from './formbricks-logic';
import { type Loose, textOf } from './loose';
import type { Making } from './making';

/** The jumps of a file: told when the page they start from is made, laid when all pages are. */
export class Ways {
  private readonly choices = new Map<string, string>();
  /** Questions and blocks in their order, each with the page that it is on, where anything of it was made. */
  private readonly places: { name: string; pageId: string | null }[] = [];
  private readonly jumps: (FileJump & { pageId: string; shown: string })[] = [];
  private last = '';

  constructor(private readonly making: Making) {}

  /** @param choices ids here of the choices that the file calls so, by id and by words */
  asked(name: string, choices: ReadonlyMap<string, string>): void {
    this.last = name;
    for (const [value, id] of choices) this.choices.set(`${name} ${value}`, id);
  }

  from(of: Loose, shown: string): void {
    const [pageId = null] = this.making.lastQuestions.length > 0 ? this.making.pageIds.slice(-1) : [];
    this.places.push({ name: textOf(of.id), pageId });
    const told: Told = {
      id: (name) => this.making.knownId(name),
      typeOf: (id) => this.making.question(id)?.type,
      choice: (name, value) => this.choices.get(`${name} ${value}`),
    };
    const { jumps, lost } = jumpsOf(of, this.last, told);
    if (pageId !== null) this.jumps.push(...jumps.map((jump) => ({ ...jump, pageId, shown })));
    if (lost > 0 || (pageId === null && jumps.length > 0)) this.making.lose(`${shown}: logic`, 'rule');
  }

  /** What leads to something that was lost leads to what comes behind it. */
  lead(endings: readonly { name: string; ending: Ending<Texts> }[]): void {
    const ends = new Map(endings.map(({ name, ending }) => [name, ending.id]));
    const first = endings[0]?.ending.id;
    for (const { when, target, pageId, shown } of this.jumps) {
      const at = this.places.findIndex(({ name }) => name === target);
      const page = at < 0 ? null : this.places.slice(at).find((place) => place.pageId !== null)?.pageId;
      const to = at < 0 ? (target === 'end' ? first : ends.get(target)) : (page ?? first);
      if (!to || !this.making.jump(pageId, { when, to })) this.making.lose(`${shown}: logic`, 'rule');
    }
  }
}
