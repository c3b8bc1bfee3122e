import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { join } from 'node:path';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { afterEach, expect, test } from 'vitest';
import { sealedText, sealInfo } from '@/lib/surveys/answer';
import { startHub, type TestHub } from '../../support/hub';
import { FORM, published, sealed, submission } from './client';

let hub: TestHub;
afterEach(() => hub?.close());

const api = (path: string) => `${hub.url}/v1/${hub.space}/${path}`;
const owner = () => ({ Authorization: `Bearer ${hub.token}` });
const publish = (more = {}) =>
  fetch(api(`forms/${FORM}`), { method: 'PUT', headers: owner(), body: JSON.stringify(published(more)) });
const post = (body: string) => fetch(api('answers'), { method: 'POST', body });

async function pullAll(): Promise<string[]> {
  const found: string[] = [];
  for (let after = 0; ; ) {
    const answer = await fetch(api(`answers?after=${after}`), { headers: owner() });
    const { answers, last } = (await answer.json()) as { answers: { sealed: string }[]; last: number };
    if (answers.length === 0) return found;
    found.push(...answers.map((one) => one.sealed));
    after = last;
  }
}

test('killed again and again among posts, with acknowledgements lost: what was acknowledged is there, and nothing twice', async () => {
  hub = await startHub();
  await publish();
  hub.dropAcks(0.05);
  const acknowledged: string[] = [];
  let next = 0;
  let over = false;
  const visitor = async () => {
    while (!over) {
      const text = sealed({ n: next++, length: 500 });
      for (let at = 0; at < 200; at++) {
        const answer = await post(text).catch(() => null);
        if (answer?.status === 204) {
          acknowledged.push(text);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const visitors = Array.from({ length: 12 }, visitor);
  for (let kill = 0; kill < 4; kill++) {
    const before = acknowledged.length;
    while (acknowledged.length < before + 40 + kill * 17)
      await new Promise((resolve) => setTimeout(resolve, 3));
    await hub.kill();
    await hub.restart();
  }
  over = true;
  await Promise.all(visitors);
  const kept = await pullAll();
  expect(hub.dropped()).toBeGreaterThan(3);
  expect(new Set(kept).size).toBe(kept.length);
  expect(new Set(kept)).toEqual(new Set(acknowledged));
}, 60_000);

test('told to stop, it answers what is under way and the pulls that wait, then ends', async () => {
  hub = await startHub();
  await publish();
  const { port } = new URL(hub.direct());
  const text = sealed({ length: 2000 });
  const socket = dial(Number(port), '127.0.0.1');
  let heard = '';
  socket.on('data', (piece) => {
    heard += piece;
  });
  socket.write(
    `POST /v1/${hub.space}/answers HTTP/1.1\r\nHost: hub\r\nContent-Length: ${text.length}\r\n\r\n${text.slice(0, 900)}`,
  );
  const pull = fetch(api('answers?after=0&wait=20'), { headers: owner() });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const start = performance.now();
  const stopped = hub.stop();
  expect(await (await pull).json()).toEqual({ answers: [], last: 0 });
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  socket.write(text.slice(900));
  expect(await stopped).toBe(0);
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(heard).toMatch(/^HTTP\/1\.1 204 [\s\S]*connection: close/i);
  await hub.restart();
  expect(await pullAll()).toEqual([text]);
}, 30_000);

test('its files, and its backup, hold nothing that was answered and no token', async () => {
  hub = await startHub();
  await publish();
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
  const { publicKey, privateKey } = await suite.kem.generateKeyPair();
  const secret = 'The parcel was wet and Ada Abel is furious';
  const rid = `${submission(7)}-0`;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const sender = await suite.createSenderContext({
    recipientPublicKey: publicKey,
    info: bytes(sealInfo(FORM)),
  });
  const plain = JSON.stringify({
    values: { q1: 0, q2: secret.repeat(400) },
    who: { email: 'ada@customer.example' },
  });
  const cipher = await sender.seal(bytes(plain), bytes(rid));
  const body = Buffer.concat([Buffer.from(sender.enc), Buffer.from(cipher)]).toString('base64url');
  const text = sealedText({ keyId: 'AAAAAAAAAAA', form: FORM, rid, body });
  expect((await post(text)).status).toBe(204);

  const copy = join(hub.data, 'copy.db');
  execFileSync(process.execPath, ['widget/hub/cli.ts', 'backup', copy, '--data', hub.data], {
    stdio: 'pipe',
  });
  const files = readdirSync(hub.data).map((name) => join(hub.data, name));
  expect(files.length).toBeGreaterThan(1);
  const dump = Buffer.concat(files.map((file) => readFileSync(file)));
  expect(dump.includes(body.slice(0, 100))).toBe(true);
  for (const word of [secret, 'ada@customer.example', 'furious', hub.token]) {
    expect(dump.includes(word)).toBe(false);
    expect(dump.includes(Buffer.from(word).toString('base64url').slice(0, -2))).toBe(false);
  }

  // What was pulled is what was sealed: with the key it opens.
  const [pulled = ''] = await pullAll();
  const [enc, rest] = [
    Buffer.from(pulled.split('.')[4] ?? '', 'base64url').subarray(0, 65),
    Buffer.from(pulled.split('.')[4] ?? '', 'base64url').subarray(65),
  ];
  const recipient = await suite.createRecipientContext({
    recipientKey: privateKey,
    enc,
    info: bytes(sealInfo(FORM)),
  });
  expect(new TextDecoder().decode(await recipient.open(rest, bytes(rid)))).toBe(plain);

  // Erased, the file has lost it: also in the pages of a long text that it gave up.
  await fetch(api(`answers?rid=${rid}`), { method: 'DELETE', headers: owner() });
  const left = Buffer.concat(
    files.filter((file) => file !== copy && statSync(file).size > 0).map((file) => readFileSync(file)),
  );
  for (let at = 0; at + 50 < body.length; at += 500)
    expect(left.includes(body.slice(at, at + 50))).toBe(false);
}, 30_000);

test('the program: a new token ends the one before, a copy is not written over, wrong options are told', async () => {
  hub = await startHub();
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['widget/hub/cli.ts', ...args], { encoding: 'utf8', stdio: 'pipe' });
  const other = run('token', '--data', hub.data, '--url', 'https://hub.shop.example/').trim();
  expect(other).toMatch(new RegExp(`^https://hub\\.shop\\.example/#${hub.space}\\.[\\w-]{43}$`));
  expect(await (await fetch(api('answers'), { headers: owner() })).status).toBe(401);
  const headers = { Authorization: `Bearer ${other.split('.').at(-1)}` };
  expect((await fetch(api('answers'), { headers })).status).toBe(200);

  expect(() => run('backup', join(hub.data, 'hub.db'), '--data', hub.data)).toThrow('is there already');
  expect(() => run('--port', 'many')).toThrow('--port is a whole number');
  expect(() => run('--url', 'hub.example')).toThrow('--url is an address');
  expect(() => run('dance')).toThrow('There is no command dance');
  expect(run('--help')).toContain('sidelight-hub token');
  const made = run('address', '--url', 'https://hub.example');
  expect(made).toMatch(
    /^https:\/\/hub\.example\/#(\w{12})\.[\w-]{43}\n[\s\S]*SIDELIGHT_SPACE=\1\n\s+SIDELIGHT_TOKEN_HASH=[0-9a-f]{64}\n$/,
  );
}, 30_000);

test('on a Node that is too old the program says which it needs, and which this is', () => {
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.12.0' } });
    Object.defineProperty(process, 'version', { value: 'v22.12.0' });`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(old)}`, 'widget/hub/sidelight-hub.js'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toMatch(/^sidelight-hub needs Node 24 or newer, and this is v22\.12\.0\. .+\n$/);
  expect(status).toBe(1);
});

test('started again it keeps its space and does not show the token again', async () => {
  hub = await startHub();
  await publish();
  expect(hub.said()).toContain(hub.token);
  await hub.restart();
  expect(hub.said()).toMatch(/^The hub listens on http:\/\/127\.0\.0\.1:\d+\n$/);
  expect((await fetch(api(`forms/${FORM}`))).status).toBe(200);
  expect((await fetch(api('answers'), { headers: owner() })).status).toBe(200);
}, 30_000);
