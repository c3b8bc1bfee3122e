import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { FORMBRICKS, QUALTRICS, SURVEYJS } from '../surveys/elsewhere/files';

const ROOT = path.join(import.meta.dirname, '../../..');
const ANSWERS = path.join(ROOT, 'tests/fixtures/answers/wjx-gb18030.csv');

/** What `npm run inspect-survey -- FILE` prints, once the packages are there. @throws with `code`, `stdout` and `stderr` when it fails */
const inspected = (...files: string[]) =>
  promisify(execFile)(process.execPath, ['tests/support/inspect-survey-here.mjs', ...files], { cwd: ROOT });

test('in a terminal: one JSON object of a survey or of answers, or one line that says why there is none', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-inspect-'));
  try {
    const made = Object.entries({ surveyjs: SURVEYJS, formbricks: FORMBRICKS, qsf: QUALTRICS });
    for (const [format, survey] of made) {
      const file = path.join(folder, `${format}.json`);
      writeFileSync(file, JSON.stringify(survey));
      const { stdout, stderr } = await inspected(file);
      expect(stderr).toBe('');
      const told = JSON.parse(stdout);
      expect(Object.keys(told)).toEqual(['format', 'survey', 'questions', 'withoutCounterpart']);
      expect(told).toMatchObject({ format, survey: { v: 1 } });
      expect(told.questions).toBeGreaterThan(2);
      for (const lost of told.withoutCounterpart)
        expect(lost).toEqual({ what: expect.stringMatching(/./), why: expect.stringMatching(/\.$/) });
    }
    const answers = await inspected(ANSWERS);
    expect(JSON.parse(answers.stdout)).toEqual(JSON.parse(readFileSync(`${ANSWERS}.json`, 'utf8')));
    for (const [files, words] of [
      [[path.join(ROOT, 'package.json')], /./],
      [['not-there.json'], /^not-there\.json cannot be opened \(ENOENT\)\.$/m],
      [[], /^Give one file/],
    ] as const) {
      const failure = await inspected(...files).catch((error) => error);
      expect(failure).toMatchObject({ code: 1, stdout: '' });
      expect(failure.stderr).toMatch(/^[^\n]+\n$/);
      expect(failure.stderr).toMatch(words);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
