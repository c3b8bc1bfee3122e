import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENTS } from '@/lib/surveys/answer';
import { Limits } from '@/widget/hub/limits';
import type { HubStore } from '@/widget/hub/store';
import { connect, FAR, FORM, KEY, published, refusal, SPACE, sealed, submission, TOKEN } from './client';
import { everyStore, temporaryFolder } from './stores';

describe.each(everyStore())('the hub over %s', (_name, make) => {
  let store: HubStore;
  let end: () => void;
  let hub: Awaited<ReturnType<typeof connect>>;

  beforeEach(async () => {
    const { folder, remove } = temporaryFolder();
    end = remove;
    store = await make(folder);
    hub = await connect(store);
    expect((await hub.publish()).status).toBe(204);
  });
  afterEach(async () => {
    await store.close();
    end();
  });

  describe('forms', () => {
    const list = async () => (await hub.ask('GET', `/v1/${SPACE}/forms`)).json();
    const one = (query = '') => hub.ask('GET', `/v1/${SPACE}/forms/${FORM}${query}`);

    test('are listed by what the loader needs of them', async () => {
      const { version, show } = published();
      expect(await list()).toEqual({ forms: [{ id: FORM, version, show }] });
    });

    test.each([
      ['', 'en'],
      ['?l=zh-TW,en', 'zh-Hant'],
      ['?l=zh', 'zh-Hant'],
      ['?l=fr,zh-HK', 'zh-Hant'],
      ['?l=fr', 'en'],
      ['?l=EN-gb', 'en'],
      ['?l=__proto__,%00', 'en'],
    ])('come in one language: %s', async (query, lang) => {
      const answer = await one(query);
      expect(await answer.json()).toMatchObject({ id: FORM, lang });
      expect(answer.headers.get('Content-Language')).toBe(lang);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    });

    test('are asked for again, and not sent when they are the same', async () => {
      const first = await one();
      expect(first.headers.get('Cache-Control')).toBe('public, no-cache');
      const headers = { 'If-None-Match': `W/"other", ${first.headers.get('ETag')}` };
      const again = await hub.ask('GET', `/v1/${SPACE}/forms/${FORM}`, { headers });
      expect([again.status, await again.text()]).toEqual([304, '']);
      await hub.publish({
        version: 2,
        langs: { en: { ...(published().langs as { en: object }).en, version: 2 } },
      });
      expect((await hub.ask('GET', `/v1/${SPACE}/forms/${FORM}`, { headers })).status).toBe(200);
    });

    test('that are closed or have enough answers are neither listed nor given', async () => {
      await hub.publish({ state: 'closed' });
      expect(await list()).toEqual({ forms: [] });
      expect(await refusal(await one())).toEqual([410, 'closed']);
      await hub.publish({ show: { place: 'popover', on: { after: 0 }, stop: 1 } });
      expect((await one()).status).toBe(200);
      await hub.post(sealed());
      expect(await list()).toEqual({ forms: [] });
      expect(await refusal(await one())).toEqual([410, 'closed']);
    });

    test('are deleted', async () => {
      await hub.post(sealed());
      expect((await hub.owned('DELETE', `forms/${FORM}`)).status).toBe(204);
      expect(await list()).toEqual({ forms: [] });
      expect(await refusal(await one())).toEqual([410, 'gone']);
      // The workspace is told that it is not here.
      expect(await refusal(await hub.owned('GET', `forms/${FORM}`))).toEqual([404, 'unknown_form']);
      // For good, also of somebody who had begun: the widget gives it up, and says so.
      expect(await refusal(await hub.post(sealed({ seq: 1 })))).toEqual([410, 'gone']);
      expect(await refusal(await hub.post(sealed({ n: 2, form: EVENTS })))).toEqual([404, 'unknown_form']);
      expect((await hub.pull()).answers.map((answer) => answer.sealed)).toEqual([sealed()]);
      // Its texts are gone; taken back in the workspace, it is published again.
      expect(JSON.stringify(await store.form(SPACE, FORM))).not.toContain('How was it?');
      await hub.publish();
      expect((await one()).status).toBe(200);
      expect((await hub.post(sealed({ seq: 1 }))).status).toBe(204);
    });

    test('that never were here are unknown, deleted or not', async () => {
      expect((await hub.owned('DELETE', 'forms/bbbbbbbbbb')).status).toBe(204);
      const asked = await hub.ask('GET', `/v1/${SPACE}/forms/bbbbbbbbbb`);
      expect(await refusal(asked)).toEqual([404, 'unknown_form']);
    });

    test.each([
      ['no JSON', '{'],
      ['no object', '[]'],
      ['no version', published({ version: 0 })],
      ['no key', published({ keyId: 'short' })],
      ['no state', published({ state: 'draft' })],
      ['no conditions', published({ show: null })],
      ['no language', published({ langs: {} })],
      ['a language that is none', published({ langs: { '<b>': { v: 1, id: FORM, title: '' } } })],
      ['another form', published({ langs: { en: { v: 1, id: 'bbbbbbbbbb', title: '' } } })],
    ])('that are wrong are refused: %s', async (_what, body) => {
      expect((await hub.owned('PUT', `forms/${FORM}`, body)).status).toBe(400);
      expect((await (await one()).json()).version).toBe(1);
    });

    test('are not longer than two million bytes', async () => {
      const long = published({ langs: { en: { v: 1, id: FORM, title: 'x'.repeat(2_000_000) } } });
      expect(await refusal(await hub.owned('PUT', `forms/${FORM}`, long))).toEqual([413, 'too_long']);
    });
  });

  describe('an answer', () => {
    test('is stored, and once however often it comes', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => hub.post(sealed())));
      expect(all.map(({ status }) => status)).toEqual(Array(20).fill(204));
      expect((await hub.post(sealed())).status).toBe(204);
      const { answers, last } = await hub.pull();
      expect(answers.map((answer) => answer.sealed)).toEqual([sealed()]);
      expect(last).toBe(answers[0]?.n);
      const { stored, replayed } = hub.env.metrics;
      expect({ stored, replayed }).toEqual({ stored: 1, replayed: 20 });
    });

    test('of another state of the submission is another post', async () => {
      for (const seq of [0, 1, 2]) await hub.post(sealed({ seq }));
      expect((await hub.pull()).answers.map((answer) => answer.sealed)).toEqual(
        [0, 1, 2].map((seq) => sealed({ seq })),
      );
    });

    test.each([
      ['empty', ''],
      ['JSON', '{"a":1}'],
      ['of another version', `2${sealed().slice(1)}`],
      ['cut', sealed().slice(0, 60)],
      ['with a line after it', `${sealed()}\n`],
      ['with a path in the form', sealed({ form: '../secret' })],
    ])('that is no sealed text is refused: %s', async (_what, text) => {
      expect(await refusal(await hub.post(text))).toEqual([400, 'not_sealed']);
    });

    test('that is no text is refused', async () => {
      expect(await refusal(await hub.post(new Uint8Array([0xff, 0xfe, 0x00])))).toEqual([400, 'not_text']);
    });

    test('for an unknown form, another key, a closed form', async () => {
      expect(await refusal(await hub.post(sealed({ form: 'bbbbbbbbbb' })))).toEqual([404, 'unknown_form']);
      expect(await refusal(await hub.post(sealed({ key: 'BBBBBBBBBBB' })))).toEqual([409, 'wrong_key']);
      await hub.publish({ state: 'closed' });
      expect(await refusal(await hub.post(sealed()))).toEqual([410, 'closed']);
      expect((await hub.pull()).answers).toEqual([]);
      expect([...hub.env.metrics.refused]).toEqual([
        ['unknown_form', 1],
        ['wrong_key', 1],
        ['closed', 1],
      ]);
    });

    test('that has begun may end, and one that was taken may be sent again, after the form was closed', async () => {
      await hub.post(sealed());
      await hub.publish({ state: 'closed' });
      expect((await hub.post(sealed())).status).toBe(204);
      expect((await hub.post(sealed({ seq: 1 }))).status).toBe(204);
      expect(await refusal(await hub.post(sealed({ n: 2 })))).toEqual([410, 'closed']);
    });

    test('of twenty that come at once as many are taken as are wanted, and each of these to its end', async () => {
      const limited = (stop: number) => hub.publish({ show: { place: 'popover', on: { after: 0 }, stop } });
      await limited(5);
      const posts = await Promise.all(Array.from({ length: 20 }, (_, n) => hub.post(sealed({ n }))));
      const taken = posts.flatMap(({ status }, n) => (status === 204 ? [n] : []));
      expect(taken).toHaveLength(5);
      for (const n of taken) expect((await hub.post(sealed({ n, seq: 1 }))).status).toBe(204);
      expect((await hub.pull()).answers).toHaveLength(10);
      // The author wants more.
      await limited(7);
      const more = await Promise.all(Array.from({ length: 9 }, (_, n) => hub.post(sealed({ n: 30 + n }))));
      expect(more.filter(({ status }) => status === 204)).toHaveLength(2);
    });

    test('beyond the wanted number is refused, also when those before were fetched and deleted', async () => {
      await hub.publish({ show: { place: 'popover', on: { after: 0 }, stop: 2 } });
      expect((await hub.post(sealed({ n: 1 }))).status).toBe(204);
      expect((await hub.post(sealed({ n: 2 }))).status).toBe(204);
      const { last } = await hub.pull();
      await hub.owned('DELETE', `answers?through=${last}`);
      expect(await refusal(await hub.post(sealed({ n: 3 })))).toEqual([410, 'closed']);
      expect((await hub.post(sealed({ n: 2, seq: 1 }))).status).toBe(204);
    });

    test('of 64,000 characters is taken, of one more not, whether its length was said or not', async () => {
      const full = sealed({ length: 64_000 - sealed({ length: 0 }).length });
      expect(full).toHaveLength(64_000);
      expect((await hub.post(full)).status).toBe(204);
      expect(await refusal(await hub.post(`${full}x`))).toEqual([413, 'too_long']);
      expect((await hub.pull()).answers.map((answer) => answer.sealed)).toEqual([full]);
    });

    test('without end is not read to its end', async () => {
      let given = 0;
      const endless = new ReadableStream({
        pull(controller) {
          given += 10_000;
          controller.enqueue(new Uint8Array(10_000).fill(65));
          if (given > 5_000_000) controller.close();
        },
      });
      expect(await refusal(await hub.post(endless))).toEqual([413, 'too_long']);
      expect(given).toBeLessThan(100_000);
    });

    test('that breaks off is refused', async () => {
      const broken = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(sealed())),
        pull: (controller) => controller.error(new Error('gone')),
      });
      expect(await refusal(await hub.post(broken))).toEqual([400, 'cut_off']);
      expect((await hub.pull()).answers).toEqual([]);
    });

    test('of events goes with any key of the space', async () => {
      expect((await hub.post(sealed({ form: 'events' }))).status).toBe(204);
      expect(await refusal(await hub.post(sealed({ form: 'events', key: 'BBBBBBBBBBB' })))).toEqual([
        409,
        'wrong_key',
      ]);
      await hub.publish({ state: 'closed' });
      expect((await hub.post(sealed({ n: 2, form: 'events' }))).status).toBe(204);
      await hub.owned('DELETE', `forms/${FORM}`);
      expect(await refusal(await hub.post(sealed({ n: 3, form: 'events' })))).toEqual([404, 'unknown_form']);
    });

    test('to a space that is not there is refused', async () => {
      const answer = await hub.ask('POST', '/v1/nobodyhere/answers', { body: sealed() });
      expect(await refusal(answer)).toEqual([404, 'unknown_space']);
    });

    test('too many of them wait', async () => {
      let now = 0;
      const limited = await connect(store, {
        limits: new Limits({ ...FAR, address: 3 }),
        now: () => now,
        address: '192.0.2.1',
      });
      for (const n of [1, 2, 3]) expect((await limited.post(sealed({ n }))).status).toBe(204);
      const refused = await limited.post(sealed({ n: 4 }));
      expect(refused.headers.get('Retry-After')).toBe('20');
      expect(await refusal(refused)).toEqual([429, 'too_many_address']);
      now = 20_000;
      expect((await limited.post(sealed({ n: 4 }))).status).toBe(204);
    });
  });

  describe('a pull', () => {
    const take = async (from: number, to: number) => {
      for (let n = from; n <= to; n++) await hub.post(sealed({ n }));
    };

    test('goes on behind what it had, in pages', async () => {
      await take(1, 5);
      const first = await hub.pull('after=0&limit=3');
      expect(first.answers.map((one) => one.sealed)).toEqual([1, 2, 3].map((n) => sealed({ n })));
      const second = await hub.pull(`after=${first.last}&limit=3`);
      expect(second.answers.map((one) => one.sealed)).toEqual([4, 5].map((n) => sealed({ n })));
      expect(await hub.pull(`after=${second.last}`)).toEqual({ answers: [], last: second.last });
    });

    test('waits for the next answer', async () => {
      const waiting = hub.pull('after=0&wait=20');
      setTimeout(() => hub.post(sealed()), 50);
      expect((await waiting).answers).toHaveLength(1);
    });

    test('waits as long as it is told, and not for those who have gone', async () => {
      const start = performance.now();
      expect(await hub.pull('after=0&wait=1')).toEqual({ answers: [], last: 0 });
      expect(performance.now() - start).toBeGreaterThan(900);
      const gone = new AbortController();
      const leaving = await connect(store, { gone: gone.signal });
      const waiting = leaving.pull('after=0&wait=20');
      setTimeout(() => gone.abort(), 20);
      expect(await waiting).toEqual({ answers: [], last: 0 });
      expect(performance.now() - start).toBeLessThan(5_000);
    });

    test('does not bring what was deleted, and never gives a number again', async () => {
      await take(1, 4);
      const { answers } = await hub.pull();
      expect((await hub.owned('DELETE', `answers?through=${answers[2]?.n}`)).status).toBe(204);
      expect((await hub.pull()).answers.map((one) => one.sealed)).toEqual([sealed({ n: 4 })]);
      await hub.owned('DELETE', 'answers?through=999999999999999');
      expect(await hub.pull()).toEqual({ answers: [], last: 0 });
      await take(5, 5);
      const next = (await hub.pull()).answers[0];
      expect(next?.n).toBeGreaterThan(answers[3]?.n as number);
      // A resend of what was fetched and deleted is acknowledged and does not come again.
      expect((await hub.post(sealed({ n: 2 }))).status).toBe(204);
      expect((await hub.pull()).answers).toEqual([next]);
    });

    test('does not bring what was erased, nor does a late resend', async () => {
      await take(1, 3);
      for (const n of [2, 9])
        expect((await hub.owned('DELETE', `answers?rid=${submission(n)}-0`)).status).toBe(204);
      expect((await hub.post(sealed({ n: 2 }))).status).toBe(204);
      expect((await hub.post(sealed({ n: 9 }))).status).toBe(204);
      const rest = await hub.pull();
      expect(rest.answers.map((one) => one.sealed)).toEqual([1, 3].map((n) => sealed({ n })));
      await hub.owned('DELETE', `answers?rid=${submission(3)}-0`);
      await take(4, 4);
      expect((await hub.pull(`after=${rest.last}`)).answers.map((one) => one.sealed)).toEqual([
        sealed({ n: 4 }),
      ]);
    });

    test('is not longer than some megabytes, and brings all in the end', async () => {
      for (let n = 1; n <= 70; n++) await hub.post(sealed({ n, length: 63_000 }));
      const first = await hub.pull();
      expect(first.answers.length).toBeLessThan(70);
      const second = await hub.pull(`after=${first.last}`);
      expect(first.answers.length + second.answers.length).toBe(70);
    });

    test('deletes what was fetched some days ago when that is wanted', async () => {
      let now = 0;
      const kept = await connect(store, { keepDays: 2, now: () => now });
      await kept.post(sealed({ n: 1 }));
      now = 86_400_000;
      await kept.post(sealed({ n: 2 }));
      const { last } = await kept.pull();
      now = 2.5 * 86_400_000;
      await kept.post(sealed({ n: 3 }));
      expect((await kept.pull()).answers).toHaveLength(3);
      await kept.pull(`after=${last}`);
      expect((await kept.pull()).answers.map((one) => one.sealed)).toEqual([2, 3].map((n) => sealed({ n })));
    });

    test.each(['after=-1', 'after=x', 'limit=1e9', 'wait=1.5'])(
      'with a wrong parameter is refused: %s',
      async (query) => {
        expect(await refusal(await hub.owned('GET', `answers?${query}`))).toEqual([400, 'bad_parameter']);
      },
    );

    test.each(['', '?through=1&rid=x', '?rid=x', '?rid='])('and so is a deletion: %s', async (query) => {
      expect(await refusal(await hub.owned('DELETE', `answers${query}`))).toEqual([400, 'bad_parameter']);
    });
  });

  test('who has no token may do none of it', async () => {
    const ways = [
      ['PUT', `forms/${FORM}`],
      ['DELETE', `forms/${FORM}`],
      ['GET', 'answers?after=0'],
      ['DELETE', 'answers?through=1'],
    ];
    await hub.post(sealed());
    for (const [method = '', path = ''] of ways) {
      const body = method === 'PUT' ? published({ state: 'closed' }) : undefined;
      for (const token of ['', 'another-token-of-twenty-characters', 'é'.repeat(3)])
        expect(await refusal(await hub.owned(method, path, body, encodeURI(token)))).toEqual([
          401,
          'wrong_token',
        ]);
      const elsewhere = await hub.ask(method, `/v1/nobodyhere/${path}`, {
        headers: { Authorization: 'Bearer another-token-of-twenty-characters' },
      });
      expect(await refusal(elsewhere)).toEqual([401, 'wrong_token']);
    }
    expect((await hub.pull()).answers).toHaveLength(1);
  });

  test('another token ends the one before', async () => {
    await store.putSpace(SPACE, 'f'.repeat(64));
    expect((await hub.owned('GET', 'answers')).status).toBe(401);
  });

  describe('methods', () => {
    test.each([
      ['GET', 'answers', 'POST, OPTIONS'],
      ['PUT', 'answers', 'POST, OPTIONS'],
      ['DELETE', 'answers', 'POST, OPTIONS'],
      ['HEAD', 'answers', 'POST, OPTIONS'],
      ['PATCH', 'answers', 'POST, OPTIONS'],
      ['POST', 'forms', 'GET, HEAD, OPTIONS'],
      ['POST', `forms/${FORM}`, 'GET, PUT, DELETE, HEAD, OPTIONS'],
    ])('%s %s is not one', async (method, path, allow) => {
      const answer = await hub.ask(method, `/v1/${SPACE}/${path}`);
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allow]);
    });

    test('HEAD says what GET would', async () => {
      const [get, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => hub.ask(method, `/v1/${SPACE}/forms/${FORM}`)),
      );
      expect([head?.status, await head?.text()]).toEqual([200, '']);
      expect([...(head?.headers ?? [])]).toEqual([...(get?.headers ?? [])]);
    });

    test('a browser may ask before it bears a token, also from a public page to a private address', async () => {
      const answer = await hub.ask('OPTIONS', `/v1/${SPACE}/answers`, {
        headers: { Origin: 'https://shop.example', 'Access-Control-Request-Private-Network': 'true' },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(answer.headers.get('Access-Control-Allow-Methods')).toContain('DELETE');
      expect(answer.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
      expect(answer.headers.get('Access-Control-Allow-Private-Network')).toBe('true');
      expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    });
  });

  test.each([
    '/v1',
    `/v1/${SPACE}`,
    `/v1/${SPACE}/forms/UPPERCASE1`,
    `/v1/${SPACE}/forms/${FORM}/x`,
    '/../etc/passwd',
    '/w.css',
  ])('there is nothing at %s', async (path) => {
    expect(await refusal(await hub.ask('GET', path))).toEqual([404, 'not_found']);
  });

  test('what breaks is told without its inside, and the log has it', async () => {
    const logged: unknown[] = [];
    const broken = await connect(
      { ...store, form: () => Promise.reject(new Error('disk full at /var/secret')) },
      { log: (error) => logged.push(error) },
    );
    const answer = await broken.post(sealed());
    expect(await refusal(answer.clone())).toEqual([500, 'failed']);
    expect(await answer.text()).not.toContain('secret');
    expect(String(logged[0])).toContain('disk full');
  });

  test('health and figures', async () => {
    await hub.post(sealed());
    await hub.post(sealed());
    await hub.post('x');
    expect(await (await hub.ask('GET', '/health')).text()).toBe('ok\n');
    expect(await refusal(await hub.ask('GET', '/metrics'))).toEqual([404, 'not_found']);
    hub.env.local = true;
    const text = await (await hub.ask('GET', '/metrics')).text();
    expect(text).toMatch(/^sidelight_hub_answers_stored_total 1$/m);
    expect(text).toMatch(/^sidelight_hub_answers_replayed_total 1$/m);
    expect(text).toMatch(/^sidelight_hub_answers_refused_total\{reason="not_sealed"\} 1$/m);
    expect(text).toMatch(new RegExp(`^sidelight_hub_answers_bytes_total ${sealed().length}$`, 'm'));
    expect(text).toMatch(/^sidelight_hub_uptime_seconds 1000$/m);
    expect(text).not.toContain(KEY);
  });

  test('figures are for a program on the same machine, or for who bears their token', async () => {
    const asked = (token: string) =>
      hub.ask('GET', '/metrics', { headers: { Authorization: `Bearer ${token}` } });
    expect((await asked(TOKEN)).status).toBe(404);
    hub.env.metricsToken = 'figures-figures-figures';
    expect((await asked('figures-figures-figure5')).status).toBe(404);
    expect((await asked('')).status).toBe(404);
    expect((await asked('figures-figures-figures')).status).toBe(200);
  });
});
