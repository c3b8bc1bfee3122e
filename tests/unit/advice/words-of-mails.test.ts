import { describe, expect, test } from 'vitest';
import { shorten, topic } from '@/lib/advice/topic';
import { isAutomaticAddress, isAutomaticSubject } from '@/lib/crm/automatic';

describe('the topic of a mail', () => {
  test.each([
    ['Re: Invoice 2026-114', 'Invoice 2026-114'],
    ['RE: FW: Re[2]: Freight  terms ', 'Freight terms'],
    ['AW: WG: Angebot', 'Angebot'],
    ['回复：转发：发票', '发票'],
    ['回覆: 轉寄: 報價', '報價'],
    ['[EXTERNAL] Re: Samples', 'Samples'],
    ['Really: a question', 'Really: a question'],
    ['Re:', ''],
    ['', ''],
  ])('%j is %j', (subject, expected) => expect(topic(subject)).toBe(expected));

  test('is cut between words, or between characters where there are no spaces', () => {
    expect(shorten('one two three four', 12)).toBe('one two…');
    expect(shorten('苏州恒测仪器有限公司的年度价目表', 8)).toBe('苏州恒测仪器有…');
    expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
    expect(shorten('short', 12)).toBe('short');
  });

  test('of a hostile subject takes no time', () => {
    const started = performance.now();
    topic('Re: '.repeat(100_000));
    topic(' '.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('what a machine wrote', () => {
  test.each([
    'no-reply@a.example',
    'noreply+42@a.example',
    'mailer-daemon@a.example',
    'Newsletter@a.example',
    'do_not_reply@a.example',
  ])('%s is nobody', (address) => expect(isAutomaticAddress(address)).toBe(true));
  test.each(['norah@a.example', 'newsome@a.example', 'ana.reply@a.example', 'systema@a.example', 'noreply'])(
    '%s may be somebody',
    (address) => expect(isAutomaticAddress(address)).toBe(false),
  );
  test.each([
    'Automatic reply: Invoice',
    'Out of Office: back on Monday',
    'Undeliverable: Hello',
    'Re: Auto-reply',
    '自动回复：发票',
    '自動回覆: 報價',
    '退信：发票',
  ])('%s is automatic', (subject) => expect(isAutomaticSubject(subject)).toBe(true));
  test.each(['Automatic feeder: quote', 'Autoresponder settings of ours', '回复：发票', 'Read this first'])(
    '%s is not',
    (subject) => expect(isAutomaticSubject(subject)).toBe(false),
  );
});
