/** A fault planted into the product while it is built: text that stands once in a file, and what replaces it. */
export interface Edit {
  file: string;
  find: string;
  replace: string;
}

/** The test that must catch the fault, and words of the reason for which it must fail. */
export interface Catcher {
  runner: 'vitest' | 'playwright';
  file: string;
  test: string;
  says: RegExp;
}

export interface Mutant {
  edits: Edit[];
  caughtBy: Catcher[];
}

/** The product without one of its checks. Each must be caught, or the check is not tested. */
export const MUTANTS: Record<string, Mutant> = {
  'no duplicate check': {
    edits: [{ file: 'lib/store/command.ts', find: 'return last ?? null;', replace: 'return null;' }],
    caughtBy: [
      {
        runner: 'vitest',
        file: 'tests/unit/store/exactly-once.test.ts',
        test: 'a command sent twice is done once and answers the same',
        says: /expected { Object \(id\) } to deeply equal { Object \(id\) }/,
      },
      {
        runner: 'vitest',
        file: 'tests/unit/store/exactly-once.test.ts',
        test: 'a tag that was removed meanwhile does not come back with a late second sending',
        says: /to deeply equal \[\]/,
      },
    ],
  },
  'no generation check in the page': {
    edits: [
      {
        file: 'entrypoints/overlay.content/reporter.ts',
        find: 'return mine !== latest;',
        replace: 'return false;',
      },
    ],
    caughtBy: [
      {
        runner: 'vitest',
        file: 'tests/unit/overlay/reporter.test.ts',
        test: 'answers that come after the next message was opened are thrown away',
        says: /to be null/,
      },
    ],
  },
  'no generation check in the background': {
    edits: [
      {
        file: 'entrypoints/background/tab-records.ts',
        find: 'return generation < latest;',
        replace: 'return false;',
      },
    ],
    caughtBy: [
      {
        runner: 'vitest',
        file: 'tests/unit/background/tab-records.test.ts',
        test: 'an overtaken report is thrown away',
        says: /expected 'taken' to be 'stale'/,
      },
    ],
  },
  'no generation check in the panel': {
    edits: [
      {
        file: 'components/people/latest.ts',
        find: 'if (question <= settled) return true;',
        replace: '',
      },
      {
        file: 'components/people/latest.ts',
        find: 'return view.generation < shown.generation && question <= askedThen;',
        replace: 'return false;',
      },
    ],
    caughtBy: [
      {
        runner: 'vitest',
        file: 'tests/components/panel/latest.test.tsx',
        test: 'an answer to an older question never replaces a newer one',
        says: /expected 'first' to be 'second'/,
      },
      {
        runner: 'vitest',
        file: 'tests/components/panel/latest.test.tsx',
        test: 'a reading older than the one shown is thrown away, though its question was asked later',
        says: /expected 'old mail' to be 'new mail'/,
      },
    ],
  },
  'no token check': {
    edits: [
      {
        file: 'entrypoints/background/panel-admission.ts',
        find: 'const known = (await readSession<Admission>(key)) !== null;',
        replace: 'const known = true;',
      },
    ],
    caughtBy: [
      {
        runner: 'vitest',
        file: 'tests/unit/background/panel-admission.test.ts',
        test: 'a token has 128 bits and admits one document of its tab',
        says: /expected true to be false/,
      },
      {
        runner: 'playwright',
        file: 'tests/e2e/hostile-frames.spec.ts',
        test: 'a panel that the page takes out and puts back has spent its token, and shows and answers nothing',
        says: /getByRole\('alert'\)[\s\S]*toBeVisible|toBeVisible[\s\S]*getByRole\('alert'\)/,
      },
    ],
  },
  'an outbox that forgets before it is answered': {
    edits: [
      {
        file: 'widget/seal/outbox.ts',
        find: 'const [sealed, since = Date.now()] = read(rid);',
        replace: 'const [sealed, since = Date.now()] = read(rid);\n    drop(rid);',
      },
    ],
    caughtBy: [
      {
        runner: 'playwright',
        file: 'tests/e2e/surveys/lost-answers.spec.ts',
        test: 'answers that are given while the hub dies and its acknowledgements are lost are kept, each once',
        says: /Received: \S*\d+\S*\s[\s\S]*toBe\(ANSWERS\)/,
      },
    ],
  },
};
