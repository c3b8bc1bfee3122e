import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reportMarkdown } from '@/components/responses/report/markdown';
import type { Block, ReportPart } from '@/components/responses/report/report';
import { reportOf } from '@/components/responses/report/sections';
import { groundOf, loadReportWords } from './report-ground';
import { sixtyAnswers } from './sixty-answers';
import type { Store } from './support';

const textsOf = (parts: ReportPart[], id: ReportPart['id']): string =>
  JSON.stringify(parts.find((part) => part.id === id)!.blocks);

describe('the report', () => {
  let store: Store;
  let surveyId: string;
  beforeAll(() => loadReportWords('en'));
  beforeEach(async () => {
    ({ store, surveyId } = await sixtyAnswers());
  });

  test('says what the rows say, number by number', async () => {
    await store.call('surveys.edit', {
      id: surveyId,
      report: { purpose: 'Which shop to close', proposals: 'Call the north\n\nAsk again in May' },
    });
    const set = (await store.call('responses.list', { surveyId })).items[0]!;
    await store.call('responses.setAside', { ids: [set.id], why: 'Ours' });
    const parts = reportOf(await groundOf(store, surveyId));
    expect(parts.map(({ id }) => id)).toEqual(['background', 'method', 'scores', 'factors', 'proposals']);

    // Counted anew, straight of the rows.
    const rows = (await store.db.responses.toArray()).map(({ body }) => body);
    const counted = rows.filter(({ aside }) => aside === null);
    const scores = counted.map(({ values }) => Number(values.q1));
    const promoters = scores.filter((score) => score >= 9).length;
    const detractors = scores.filter((score) => score <= 6).length;
    const nps = Math.round((100 * (promoters - detractors)) / scores.length);
    expect(textsOf(parts, 'background')).toContain('Which shop to close');
    expect(textsOf(parts, 'method')).toContain(`${rows.length} answers came in,`);
    expect(textsOf(parts, 'method')).toContain('1 answer was looked at and set aside.');
    expect(textsOf(parts, 'scores')).toContain(`NPS ${nps}, between`);
    expect(textsOf(parts, 'scores')).toContain(
      `${promoters} promoters, ${scores.length - promoters - detractors} passives, ${detractors} detractors.`,
    );
    const satisfied = counted.filter(({ values }) => Number(values.d1) >= 4).length;
    expect(textsOf(parts, 'scores')).toContain(`${Math.round((100 * satisfied) / counted.length)}%`);
    const late = counted.filter(({ values }) => String(values.q2).includes('Delivery time')).length;
    expect(textsOf(parts, 'factors')).toContain(`${late} comments (`);
    expect(textsOf(parts, 'proposals')).toContain(`Answer the ${detractors} who would not recommend you`);
    expect(textsOf(parts, 'proposals')).toContain('Improve Delivery');
    expect(textsOf(parts, 'proposals')).toContain('Call the north');
    expect(textsOf(parts, 'proposals')).toContain(
      `${detractors} of ${counted.length} answers were low scores.`,
    );

    // Whom a proposal names as a play's are those whom its number counts.
    const proposals = parts.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'proposals');
    if (proposals?.kind !== 'proposals') throw new Error('No proposals.');
    const { whom: query } = proposals.proposals.find(({ key }) => key === 'detractors')!;
    expect((await store.call('segments.find', { what: { query: query! } })).count).toBe(detractors);

    // Where a sentence leads to answers, as many of them stand there as it says.
    const lines = parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'line');
    const led = (start: string) => {
      const [line] = lines.filter(({ text }) => text.startsWith(start));
      return line?.parts.flatMap((part) => (typeof part === 'string' ? [] : [part])).at(-1);
    };
    expect(led(`${rows.length} answers came in,`)).toMatchObject({
      n: rows.length,
      href: `#/responses?which=all&survey=${surveyId}`,
    });
    expect(led('1 answer was looked at and set aside.')).toMatchObject({
      n: 1,
      href: `#/responses?which=aside&survey=${surveyId}`,
    });
    expect(led(`${promoters} promoters,`)).toEqual({
      n: detractors,
      about: `Show ${detractors} answers: Detractors`,
      href: `#/responses?which=all&counted=1&survey=${surveyId}&question=q1&part=detractors`,
    });
    const behind = await store.call('results.answers', {
      surveyId,
      counted: true,
      question: 'q1',
      part: 'detractors',
    });
    expect(behind.found).toBe(detractors);
  });

  test('as Markdown has five sections, and takes nothing that a visitor wrote for a sign', async () => {
    const parts = reportOf(await groundOf(store, surveyId));
    const hostile: Block = {
      kind: 'quote',
      text: '<img src=x>\n# Head | **bold** [link](javascript:x)',
      href: '',
    };
    parts[3]!.blocks.push(hostile);
    const text = reportMarkdown('Report | one', parts);
    expect(text.match(/^## \d\. /gm)).toHaveLength(5);
    expect(text).toContain('> \\<img src=x\\> \\# Head \\| \\*\\*bold\\*\\* \\[link\\]\\(javascript:x\\)');
    expect(text).not.toMatch(/^# Head/m);
    for (const row of text.split('\n').filter((line) => line.startsWith('|')))
      expect(row.endsWith('|')).toBe(true);
  });
});
