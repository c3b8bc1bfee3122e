import { describe, expect, test } from 'vitest';
import { checkDraft } from '@/lib/advice/compose/rules';
import type { ComposeSituation, Recipient } from '@/lib/advice/compose/situation';

const AT = Date.UTC(2026, 2, 2);

function person(name: string, more: Partial<Recipient> = {}): Recipient {
  return {
    contactId: name.toLowerCase(),
    name,
    called: [],
    company: null,
    cases: [],
    doNotContact: null,
    consent: null,
    stage: 'mature',
    lastAt: AT,
    silence: 3,
    gap: 14,
    overdue: 0.1,
    same: null,
    isPersonal: false,
    quiet: new Set(),
    ...more,
  };
}

const at = (name: string) => ({ id: name, name });
const to = (...recipients: Recipient[]): ComposeSituation => ({ recipients, strangers: [], first: null });
const rules = (situation: ComposeSituation) => checkDraft(situation).map(({ rule }) => rule);

describe('what is to be known before sending', () => {
  test.each<[string, ComposeSituation, string[]]>([
    ['nothing', to(person('Anna')), []],
    ['nobody', to(), []],
    [
      'two companies',
      to(person('Anna', { company: at('Fjordlys') }), person('Ben', { company: at('Bergen Bank') })),
      ['companies'],
    ],
    [
      'one company twice',
      to(person('Anna', { company: at('Fjordlys') }), person('Ben', { company: at('Fjordlys') })),
      [],
    ],
    ['a colleague, who has none here', to(person('Anna', { company: at('Fjordlys') }), person('Ben')), []],
    [
      'a friend in another company',
      to(
        person('Anna', { company: at('Fjordlys') }),
        person('Ben', { company: at('Bergen Bank'), isPersonal: true }),
      ),
      [],
    ],
    ['do not contact', to(person('Anna', { doNotContact: { at: AT, reason: 'asked' } })), ['doNotContact']],
    ['refused', to(person('Anna', { consent: { state: 'refused', at: AT, basis: 'form' } })), ['consent']],
    ['not answered', to(person('Anna', { consent: { state: 'asked', at: AT, basis: '' } })), ['consent']],
    ['given', to(person('Anna', { consent: { state: 'given', at: AT, basis: '' } })), []],
    [
      'no consent, a mailing',
      to(...['A', 'B', 'C', 'D', 'E'].map((name) => person(name))),
      ['consent', 'consent', 'consent', 'consent', 'consent'],
    ],
    ['no consent, a few', to(...['A', 'B', 'C', 'D'].map((name) => person(name))), []],
    [
      'a case',
      to(person('Anna', { cases: [{ id: 'c1', number: 'A-1', title: 'Wrong lamp', openedAt: AT }] })),
      ['case'],
    ],
    ['declining', to(person('Anna', { stage: 'declining' })), ['stage']],
    ['left', to(person('Anna', { stage: 'left' })), ['stage']],
    ['a long silence', to(person('Anna', { silence: 90, overdue: 0.97 })), ['silence']],
    ['a silence as usual', to(person('Anna', { silence: 90, gap: 80, overdue: 0.6 })), []],
    ['a short one, though late', to(person('Anna', { silence: 9, gap: 2, overdue: 0.97 })), []],
    ['no exchange yet', to(person('Anna', { silence: null, gap: null, overdue: null, lastAt: null })), []],
    ['the same text', to(person('Anna', { same: { at: AT, from: 'Price list' } })), ['sameText']],
    ['another name', { ...to(person('Ben Ito')), first: 'Hi Anna,' }, ['greeting']],
    ['the right name', { ...to(person('Ben Ito')), first: 'Hi Ben,' }, []],
    ['one of two', { ...to(person('Ben Ito'), person('Anna Berg')), first: 'Hi Anna,' }, []],
    ['a nickname', { ...to(person('Benjiro Ito', { called: ['Momo'] })), first: 'Hi Momo,' }, []],
    ['a stranger, rightly', { ...to(), strangers: ['Anna Berg'], first: 'Hi Anna,' }, []],
    ['a stranger, wrongly', { ...to(), strangers: ['Ben Ito'], first: '张总，您好' }, []],
    [
      'a name of either script, rightly',
      { ...to(person('李伟', { called: ['Leo'] })), first: 'Hi Leo,' },
      [],
    ],
    [
      'a name of one script, wrongly',
      { ...to(person('李伟', { called: ['Leo'] })), first: '张总好，' },
      ['greeting'],
    ],
    ['a name of another script alone', { ...to(person('Leo')), first: '张总好，' }, []],
    ['another family name', { ...to(person('李伟')), first: '张总，您好' }, ['greeting']],
  ])('%s', (_, situation, expected) => {
    expect(rules(situation)).toEqual(expected);
  });

  test('each line has a place to look', () => {
    const anna = person('Anna', {
      doNotContact: { at: AT, reason: 'asked' },
      consent: { state: 'withdrawn', at: AT, basis: 'by mail' },
      cases: [{ id: 'c1', number: 'A-1', title: 'Wrong lamp', openedAt: AT }],
      same: { at: AT, from: 'Price list' },
      stage: 'declining',
      silence: 90,
      overdue: 0.97,
      company: at('Fjordlys'),
    });
    const lines = checkDraft({
      ...to(anna, person('Ben', { company: at('Bank') })),
      first: 'Hi Carla,',
    });
    expect(lines.map(({ rule }) => rule)).toEqual([
      'doNotContact',
      'consent',
      'greeting',
      'companies',
      'case',
      'sameText',
      'stage',
      'silence',
    ]);
    for (const { evidence, rule } of lines) expect([rule, evidence.length > 0]).toEqual([rule, true]);
    expect(lines.find(({ rule }) => rule === 'case')?.evidence[0]?.href).toBe('#/cases/c1');
  });

  test('what was put aside for a person stays aside, and for that person alone', () => {
    const refused = { state: 'refused' as const, at: AT, basis: '' };
    const anna = person('Anna', { consent: refused, quiet: new Set(['compose:consent']) });
    expect(rules(to(anna, person('Ben', { consent: refused })))).toEqual(['consent']);
    const company = { company: at('Fjordlys') };
    const [line] = checkDraft(to(person('Anna', company), person('Ben', { company: at('Bank') })));
    const quiet = new Set([line?.key ?? '']);
    expect(rules(to(person('Anna', { ...company, quiet }), person('Ben', { company: at('Bank') })))).toEqual(
      [],
    );
    expect(rules(to(person('Anna', { ...company, quiet }), person('Ben', { company: at('Other') })))).toEqual(
      ['companies'],
    );
  });
});
