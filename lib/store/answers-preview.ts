import type { AnswersPreview } from '@/lib/api/answer-views';
import type { FileAnswer } from '@/lib/exchange/answers/meaning';
import type { AuthorForm, Question, Texts, Values } from '@/lib/surveys/form';
import { answerIds } from './answers-ids';
import { type AnswersFile, BRINGING, type ReadFile, readAnswersFile } from './answers-read';
import { givesWay } from './arrivals';
import type { Database } from './database';
import { settleDead } from './dead-jobs';
import { namesOf } from './lookups';
import { settingsOf } from './settings';
import { undoneBatches } from './undone-batches';
import { askedIn, claimOf, Owners } from './whose';

const SHOWN = 20;
const MOST_HELD = 1000;

/** What a file of answers would bring. Nothing is written; of a bringing that died nothing stays, for its rows would count as here. */
export async function previewAnswers(
  db: Database,
  { now, ...file }: AnswersFile & { now: number },
): Promise<AnswersPreview> {
  await settleDead(db, BRINGING);
  const read = await readAnswersFile(db, file);
  const fresh = await freshOf(db, read);
  const owners = await ownersOf(db, read.form, fresh.new);
  const names = await namesOf(db, [...owners.values()]);
  const moments = fresh.new.map(({ at }) => Math.min(at, now));
  const known = fresh.new.filter((answer) => owners.has(answer)).length;
  const nameless = fresh.new.filter(
    (answer) => !owners.has(answer) && Object.keys(answer.who).length === 0,
  ).length;
  return {
    counts: {
      new: fresh.new.length,
      updated: fresh.updated,
      already: read.answers.length - fresh.new.length - fresh.updated,
      held: read.heldBack.length,
    },
    people: { known, nameless, waiting: fresh.new.length - known - nameless },
    between: moments.length > 0 ? [moments[0]!, moments.at(-1)!] : null,
    answers: fresh.new.slice(0, SHOWN).map((answer) => ({
      where: answer.where,
      at: Math.min(answer.at, now),
      contactId: owners.get(answer) ?? null,
      name:
        names.get(owners.get(answer) ?? '') ??
        answer.who.name ??
        answer.who.email ??
        answer.who.phone ??
        null,
      lines: linesOf(read.form, answer.values),
    })),
    heldBack: read.heldBack.slice(0, MOST_HELD),
    left: read.left,
    questions: read.survey ? [] : questionsOf(read.form),
  };
}

/** Those that are not here yet. One that was deleted counts as here: of an import that was undone it may come again. */
async function freshOf(db: Database, read: ReadFile): Promise<{ new: FileAnswer[]; updated: number }> {
  const { survey, answers } = read;
  const ids = survey ? await answerIds(db, survey.id, answers) : null;
  const idOf = (answer: FileAnswer) => ids?.get(answer) ?? answer.key;
  const rows = ids ? await db.responses.bulkGet(answers.map(idOf)) : [];
  const undone = await undoneBatches(
    db,
    rows.flatMap((row) => (row?.body.deletedAt ? (row.body.brought?.batchId ?? []) : [])),
  );
  // What stands here under each id, and then also what the rows before brought: as they are taken.
  const seqs = new Map<string, number>();
  const fresh: FileAnswer[] = [];
  let updated = 0;
  for (const [at, answer] of answers.entries()) {
    const [id, seq] = [idOf(answer), seqOf(answer)];
    const body = rows[at]?.body;
    const isHere = !!body && !(body.deletedAt !== null && undone.has(body.brought?.batchId ?? ''));
    const before = seqs.get(id) ?? (isHere ? (givesWay(body) ? body.seq : Number.POSITIVE_INFINITY) : null);
    if (before === null) fresh.push(answer);
    else if (before < seq) updated += 1;
    seqs.set(id, Math.max(before ?? seq, seq));
  }
  return { new: fresh, updated };
}

/** A part gives way to the whole. */
export const seqOf = ({ done }: FileAnswer): number => (done ? 1 : 0);

async function ownersOf(
  db: Database,
  form: AuthorForm,
  answers: readonly FileAnswer[],
): Promise<Map<FileAnswer, string>> {
  const { region } = await settingsOf(db);
  const claims = answers.map((answer) =>
    claimOf(answer.who, { signed: false, asked: askedIn(form, answer.values), region }),
  );
  const owners = await Owners.read(db, claims);
  return new Map(
    answers.flatMap((answer, at) => {
      const owner = owners.of(claims[at]!);
      return owner ? [[answer, owner.contactId] as const] : [];
    }),
  );
}

const say = (form: AuthorForm, texts: Texts | undefined): string =>
  texts?.[form.lang] ?? Object.values(texts ?? {})[0] ?? '';

function questionsOf(form: AuthorForm): AnswersPreview['questions'] {
  return form.pages
    .flatMap((page) => page.questions)
    .map(({ title, type, choices = [] }) => ({ title: say(form, title), type, choices: choices.length }));
}

function linesOf(form: AuthorForm, values: Values): AnswersPreview['answers'][number]['lines'] {
  return form.pages
    .flatMap((page) => page.questions)
    .filter(({ id }) => id in values)
    .map((question) => ({ title: say(form, question.title), text: textOf(form, question, values) }));
}

function textOf(form: AuthorForm, question: Question<Texts>, values: Values): string {
  const { id, choices = [], rows = [], other } = question;
  const word = (one: string) =>
    one === 'other' && other
      ? [say(form, other), values[`${id}.other`]].filter(Boolean).join(': ')
      : say(form, choices.find((choice) => choice.id === one)?.text) || one;
  const value = values[id];
  if (Array.isArray(value)) return value.map(word).join('; ');
  if (typeof value === 'object')
    return rows
      .filter((row) => row.id in value)
      .map((row) => `${say(form, row.text)}: ${word(value[row.id]!)}`)
      .join('; ');
  return word(String(value));
}
