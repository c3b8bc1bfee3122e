import type { Input } from '@/lib/api/client';
import type { FileHead, ImportPreview } from '@/lib/api/import-views';
import type { Mapping } from '@/lib/exchange/mapping';
import { keyOf, OWN } from './meanings';

type Run = Input<'imports.run'>;
export type Choice = Run['choices'][number][1];

/** What the user answered where it was not clear whom a record is about. */
export interface Answers {
  /** By the record's place in the file. */
  choices: Record<string, Choice>;
  otherwise: Run['otherwise'];
  /** By the file's word for a stage of deals the stage of the board, '' for a new one. */
  stages: Record<string, string>;
}

export const NO_ANSWERS: Answers = { choices: {}, otherwise: undefined, stages: {} };

/** Fields of the user's own that the mapping makes. */
export function fieldsOf(head: FileHead, mapping: Mapping | null): Run['fields'] {
  const own = (head.table?.header ?? []).flatMap((header, at) => {
    const meaning = mapping?.columns[at] ?? null;
    return meaning?.is === 'fact' && keyOf(meaning, header) === OWN
      ? [[meaning.field, { label: header.slice(0, 60), type: 'text' as const }] as const]
      : [];
  });
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** How many records would be written as answered so far. */
export function toWrite(
  { counts, records, companies }: ImportPreview,
  { choices, otherwise }: Answers,
): number {
  const questions = records.filter((record) => record.status === 'question');
  const answered = questions.filter(({ where }) => where in choices);
  const taken = answered.filter(({ where }) => choices[where] !== 'skip').length;
  const others = otherwise ? counts.question - answered.length : 0;
  return counts.new + counts.changed + taken + others + companies;
}
