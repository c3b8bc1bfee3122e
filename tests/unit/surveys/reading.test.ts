import { describe, expect, it, test } from 'vitest';
import { inLanguage } from '@/lib/surveys/language';
import { answersFor, marginOfNps, marginOfShare } from '@/lib/surveys/margin';
import { answeringTime, formTime, gradeOf, readingTime } from '@/lib/surveys/reading';
import { TEMPLATES } from '@/lib/surveys/templates';
import { ask, choices } from './forms';

describe('time', () => {
  it('reads words and characters, also mixed', () => {
    expect(readingTime(Array(238).fill('word').join(' '))).toBe(60_000);
    expect(readingTime('字'.repeat(255))).toBe(60_000);
    expect(readingTime(`${Array(119).fill("don't").join(' ')} ${'字'.repeat(255 / 5)}`)).toBe(42_000);
    expect(readingTime('')).toBe(0);
  });
  it('takes about ten seconds for an ordinary question', () => {
    const title = 'How satisfied are you with how we handled your request?';
    const time = answeringTime(ask('q1', 'csat', { title, ends: ['Very dissatisfied', 'Very satisfied'] }));
    expect(time).toBeGreaterThan(6000);
    expect(time).toBeLessThan(12_000);
  });
  it('grows with the rows of a matrix', () => {
    const rows = (...ids: string[]) =>
      answeringTime(ask('q1', 'matrix', { choices: choices('a'), rows: choices(...ids) }));
    expect(rows('r', 's') - rows('r')).toBeGreaterThanOrEqual(4000);
  });
  it('is about the same in each language', () => {
    for (const { id, form } of TEMPLATES) {
      const [en, zh] = ['en', 'zh-Hans'].map((lang) => formTime(inLanguage(form, lang)));
      expect(en! / zh!, id).toBeGreaterThan(0.7);
      expect(en! / zh!, id).toBeLessThan(1.4);
      expect(en!, id).toBeLessThan(180_000);
    }
  });
});

describe('grade', () => {
  it('is low for short words and high for long ones', () => {
    expect(gradeOf('How was it?')).toBe(0);
    expect(gradeOf('The cat sat on the mat.')).toBeLessThan(2);
    expect(
      gradeOf(
        'To what extent does our organisational documentation facilitate interdepartmental communication?',
      ),
    ).toBeGreaterThan(14);
    expect(gradeOf('你满意吗')).toBeNull();
    expect(gradeOf('42')).toBeNull();
  });
});

describe('margin of error', () => {
  test.each([
    [100, Number.POSITIVE_INFINITY, 0.098],
    [385, Number.POSITIVE_INFINITY, 0.04995],
    [1000, Number.POSITIVE_INFINITY, 0.03099],
    [278, 1000, 0.04996],
    [1000, 1000, 0],
    [0, 1000, 1],
  ])('of %i out of %d is %d', (n, people, expected) =>
    expect(marginOfShare(n, people)).toBeCloseTo(expected, 4),
  );
  it('is twice as wide for an NPS, in points', () => {
    expect(marginOfNps(400)).toBeCloseTo(9.8, 2);
    expect(marginOfNps(0)).toBe(100);
  });
  it('says how many answers a margin takes', () => {
    expect(answersFor(0.05)).toBe(385);
    expect(answersFor(0.05, 1000)).toBe(278);
    expect(answersFor(0.05, 10)).toBe(10);
  });
});
