import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SurveyView } from '@/lib/api/survey-views';
import type { AuthorForm } from '@/lib/surveys/form';

/** The part of a survey that is being edited. */
export type Chosen =
  | { kind: 'survey' }
  | { kind: 'show' }
  | { kind: 'computed' }
  | { kind: 'blocks' }
  | { kind: 'page'; id: string }
  | { kind: 'question'; id: string }
  | { kind: 'ending'; id: string };

/** What every part of the builder works on. */
export interface Bench {
  survey: SurveyView;
  form: AuthorForm;
  /** The language that is written in. */
  lang: string;
  setLang(lang: string): void;
  chosen: Chosen;
  choose(chosen: Chosen): void;
  /** Takes what is being typed. */
  write(form: AuthorForm): void;
  /** Takes a change that is a step of its own; with words it offers Undo. */
  act(form: AuthorForm, said?: string): void;
}

export const BenchContext = createContext<Bench | null>(null);

/** The bench around a part of the builder. @throws when there is none */
export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error('This part wants a BenchContext around it.');
  return bench;
}

export function isChosen(chosen: Chosen, kind: Chosen['kind'], id?: string): boolean {
  return chosen.kind === kind && (!('id' in chosen) || chosen.id === id);
}
