import { describe, expect, test } from 'vitest';
import { draftOf } from '@/lib/advice/advice-words';
import { CATALOGUE } from '@/lib/advice/catalogue';
import { playsOf } from '@/lib/advice/catalogue/effective';
import { FEATURES } from '@/lib/advice/engine/features';
import { Query } from '@/lib/crm/segments';
import en from '@/lib/i18n/en/plays';
import hans from '@/lib/i18n/zh-hans/plays';
import hant from '@/lib/i18n/zh-hant/plays';

const LANGUAGES: Record<string, Record<string, string>> = { en, 'zh-Hans': hans, 'zh-Hant': hant };

describe.each(CATALOGUE.map((play) => [play.id, play] as const))('%s', (id, play) => {
  test('asks what a segment can ask, and weighs what the engine knows', () => {
    expect(Query.safeParse(play.condition).success).toBe(true);
    for (const name of Object.keys(play.prior.weights)) expect(FEATURES).toContain(name);
    expect(play.minutes).toBeGreaterThan(0);
    expect(play.coolingDays).toBeGreaterThan(0);
  });

  test.each(Object.keys(LANGUAGES))('has its words in %s: a bracket and a blank for each figure', (lang) => {
    const words = LANGUAGES[lang]!;
    const reason = words[id] ?? '';
    expect(words[`${id}_title`]).toBeTruthy();
    expect(reason.match(/\[/g)?.length ?? 0).toBe(play.says.length);
    const blanks = [...reason.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    for (const blank of blanks) expect(play.says).toContain(blank);
    const [effective] = playsOf({}).filter((one) => one.id === id);
    for (let done = 0; done < 5; done += 1) {
      expect(words[draftOf(effective!, 'Ingrid', done)!.key.replace('plays.', '')]).toBeTruthy();
    }
  });
});

test('no two plays have one id, and a greeting never has the words of the last one', () => {
  expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
  const greeting = playsOf({}).find(({ id }) => id === 'greeting')!;
  for (let done = 0; done < 8; done += 1) {
    expect(draftOf(greeting, 'Ingrid', done)!.key).not.toBe(draftOf(greeting, 'Ingrid', done + 1)!.key);
  }
});
