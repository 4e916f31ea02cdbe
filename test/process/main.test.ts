/** The command as a process: its banner, its mistakes, and how it ends. */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Run, requireBuild, run as start, urlOf } from '../support/command.ts';

const SECRET = 'fedcba9876543210fedcba9876543210';
const SID = 'AC0123456789abcdef0123456789abcdef';

const undo: (() => unknown)[] = [];
beforeAll(requireBuild);
afterEach(() => {
  for (const each of undo.splice(0)) each();
});

const run = (settings: Record<string, string>): Run => {
  const running = start(settings);
  undo.push(() => running.child.kill('SIGKILL'));
  return running;
};

/** A Twilio that keeps every request until the test answers it. */
const startUpstream = async () => {
  const waiting: ServerResponse[] = [];
  const server: Server = createServer((_, response) => waiting.push(response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  undo.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, waiting };
};

const startLive = async (settings: Record<string, string> = {}) => {
  const upstream = await startUpstream();
  const account = { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: SECRET, TWILIO_UPSTREAM_URL: upstream.url };
  const live = run({ ...account, ...settings });
  const url = await urlOf(live);
  const ask = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ account { friendlyName } }"}',
    });
  return { ...live, upstream, url, ask };
};

describe('start', () => {
  it('says that it is the sandbox, how to query it and how to stop it', async () => {
    const { out, child, ended } = run({});
    await expect.poll(out).toContain('Stop');
    expect(out()).toContain('THE SANDBOX');
    expect(out()).toMatch(/http:\/\/127\.0\.0\.1:[1-9]\d*\/graphql/);
    expect(out().split('\n').length).toBeLessThan(24);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('says which account it is, without giving it away', async () => {
    const { out, upstream } = await startLive();
    expect(out()).toContain(`LIVE account AC0123…cdef`);
    expect(out()).toContain(upstream.url);
    expect(out()).not.toMatch(new RegExp(`${SECRET}|${SID}`));
  });

  it('refuses wrong settings, a line each, without their values', async () => {
    const { ended, out, err } = run({ PORT: 'nine', TWILIO_AUTH_TOKEN: SECRET });
    expect(await ended).toBe(1);
    expect([out(), err().trim().split('\n')]).toEqual([
      '',
      [expect.stringMatching(/^PORT: /), expect.stringMatching(/^TWILIO_ACCOUNT_SID: /)],
    ]);
    expect(err()).not.toMatch(/nine|fedc/);
  });

  it('says in one line that its port is taken', async () => {
    const { url } = await startUpstream();
    const { port } = new URL(url);
    const { ended, out, err } = run({ PORT: port, TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: SECRET });
    expect(await ended).toBe(1);
    expect([out(), err()]).toEqual(['', expect.stringMatching(new RegExp(`^PORT: .+ ${port};.+\\n$`))]);
  });
});

describe('stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s takes no more, finishes what it has, and exits with 0',
    async (signal) => {
      const { child, ended, ask, upstream, url } = await startLive();
      const asked = ask();
      await expect.poll(() => upstream.waiting.length).toBe(1);
      child.kill(signal);
      child.kill(signal);
      await expect.poll(async () => (await fetch(new URL('/health/ready', url))).status).toBe(503);
      expect(await (await ask()).json()).toMatchObject({ errors: [{ extensions: { code: 'SHUTTING_DOWN' } }] });
      upstream.waiting[0]?.end(JSON.stringify({ sid: SID, friendly_name: 'Mine' }));
      expect(await (await asked).json()).toMatchObject({ data: { account: { friendlyName: 'Mine' } } });
      expect(await ended).toBe(0);
    },
  );

  it('sees a write to its end although its client has gone, and cuts off what takes too long', async () => {
    for (const [settings, answers] of [
      [{}, true],
      [{ TWILIO_GRAPHQL_DRAIN_MS: '300' }, false],
    ] as const) {
      const { child, ended, upstream, url } = await startLive(settings);
      const leaving = new AbortController();
      const body = '{"query":"mutation { queueCreate(input: { friendlyName: \\"q\\" }) { queue { sid } } }"}';
      const headers = { 'content-type': 'application/json' };
      const sent = fetch(url, { method: 'POST', headers, body, signal: leaving.signal }).catch(() => 'gone');
      await expect.poll(() => upstream.waiting.length).toBe(1);
      leaving.abort();
      await sent;
      child.kill('SIGTERM');
      if (answers) {
        await expect.poll(() => fetch(url).catch(() => 'refused')).toBe('refused');
        expect(child.exitCode).toBeNull();
      }
      if (answers) upstream.waiting[0]?.writeHead(201).end(JSON.stringify({ sid: `QU${'1'.repeat(32)}` }));
      expect(await ended).toBe(answers ? 0 : 1);
    }
  });

  it('ends at once on a second signal', async () => {
    const { child, ended, ask, upstream, url } = await startLive();
    const asked = ask().catch(() => 'cut off');
    await expect.poll(() => upstream.waiting.length).toBe(1);
    child.kill('SIGTERM');
    await expect.poll(async () => (await fetch(new URL('/health/ready', url))).status).toBe(503);
    // Two that come together count as one, and so may two that reach a busy process together.
    const again = setInterval(() => child.kill('SIGTERM'), 600);
    const code = await ended;
    clearInterval(again);
    expect([code, await asked]).toEqual([143, 'cut off']);
  });
});
