import '../store/support';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Secret } from '@/lib/crm/secrets';
import { findSealed } from '@/lib/hub/find-sealed';
import { answersKey } from '@/lib/hub/keys';
import { openSealed } from '@/lib/hub/open';
import { secretsOf } from '@/lib/store/secrets';
import type { Answer } from '@/lib/surveys/answer';
import { seal } from '@/widget/seal/seal';
import { newStore, START } from '../store/support';

const answer: Answer = {
  v: 1,
  id: '0b7f1f7e-6f0b-4d57-9b3a-0f4b8d6c1a11',
  seq: 2,
  form: 'abcdefghij',
  version: 1,
  lang: 'zh-Hant',
  startedAt: START,
  at: START + 1000,
  done: true,
  values: { q1: 0, q2: '燈壞了 🎏', q3: ['a', 'b'], q4: { row: 'x' }, q5: true },
};
let keys: Secret[];
let sealed: string;

beforeEach(async () => {
  const { db } = await newStore();
  const { publicKey, keyId } = await answersKey(db, START);
  expect(await answersKey(db, START + 1)).toEqual({ publicKey, keyId });
  keys = await secretsOf(db, 'answers');
  sealed = await seal(publicKey, answer);
});

const parts = () => sealed.split('.') as [string, string, string, string, string];

describe('what the widget sealed', () => {
  test('opens as it was', async () => {
    expect(await openSealed(sealed, keys)).toEqual(answer);
    expect(await openSealed(` ${sealed}\n`, keys)).toEqual(answer);
  });

  test('says its length in blocks only', async () => {
    const lengths = new Set<number>();
    const { publicKey = '' } = keys[0]!;
    for (const text of ['', 'a', 'ab'.repeat(20)]) {
      lengths.add((await seal(publicKey, { ...answer, values: { q2: text } })).length);
    }
    expect(lengths.size).toBe(1);
  });

  test('does not open for another form, another post, another key, or when a bit is turned', async () => {
    const [v, key, form, rid, body] = parts();
    const join = (...all: string[]) => all.join('.');
    expect(await openSealed(join(v, key, 'jihgfedcba', rid, body), keys)).toBe('sealed');
    expect(await openSealed(join(v, key, form, rid.replace(/2$/, '3'), body), keys)).toBe('sealed');
    expect(await openSealed(join(v, 'AAAAAAAAAAA', form, rid, body), keys)).toBe('key');
    for (const at of [0, 5, 90, Math.floor(body.length / 2), body.length - 2]) {
      const turned = body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1);
      expect(await openSealed(join(v, key, form, rid, turned), keys)).toBe('sealed');
    }
    expect(await openSealed(join(v, key, form, rid, body.slice(0, -200)), keys)).toBe('sealed');
    expect(await openSealed('hello', keys)).toBe('text');
    expect(await openSealed(`${sealed}${'A'.repeat(64_000)}`, keys)).toBe('text');
  });

  test('is refused when what is in it is for another post than it says outside', async () => {
    const { publicKey = '' } = keys[0]!;
    const lying = { ...answer, form: 'abcdefghij', toJSON: () => ({ ...answer, seq: 9 }) };
    expect(await openSealed(await seal(publicKey, lying as Answer), keys)).toBe('content');
  });
});

describe('in a mail', () => {
  const wrapped = (text: string, width: number, start: string, end: string) =>
    text.match(new RegExp(`.{1,${width}}`, 'g'))!.join(`${end}\n${start}`);

  test.each([
    ['alone on its line', (text: string) => text],
    ['in the middle of a line', (text: string) => `Here: ${text}, thanks.`],
    ['broken at 76', (text: string) => `Hello\n\n${wrapped(text, 76, '', '')}\n\nAnna`],
    ['quoted and broken', (text: string) => `> ${wrapped(text, 70, '> ', '')}\n> Anna`],
    ['quoted twice', (text: string) => `>> ${wrapped(text, 60, '>> ', '')}\nAnna`],
    ['quoted-printable', (text: string) => `${wrapped(text, 75, '', '=')}\nRegards`],
    ['with Windows lines', (text: string) => `Hi\r\n${wrapped(text, 72, '', '\r')}\r\nBye`],
  ])('%s it is found and opens', async (_, mail) => {
    const found = findSealed(mail(sealed));
    expect(found.length).toBe(1);
    expect(await openSealed(found[0]!.sealed, keys)).toEqual(answer);
  });

  test('several are told apart, with their lines', async () => {
    const found = findSealed(`one\n${sealed}\n${sealed} ${sealed}\n`);
    expect(found.map((one) => one.line)).toEqual([2, 3, 3]);
    for (const one of found) expect(one.sealed).toBe(sealed);
    expect(findSealed('1.2.3.4 is no answer')).toEqual([]);
  });
});
