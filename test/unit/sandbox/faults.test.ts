/** Faults on demand: what a client meets, whether the request was carried out, and that a seed repeats itself. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultPlan } from '../../../src/sandbox/index.ts';
import { type Stand, stand } from './stand.ts';

let twilio: Stand;
beforeEach(async () => {
  twilio = await stand();
});
afterEach(() => twilio.close());

const calls = () => `/2010-04-01/Accounts/${twilio.account}/Calls.json`;
const messages = () => `/2010-04-01/Accounts/${twilio.account}/Messages.json`;
const send = () =>
  twilio.raw(messages(), {
    method: 'POST',
    body: new URLSearchParams({ To: '+12065550177', From: '+14155550100', Body: 'Once' }),
  });
/** How many messages the sandbox has accepted from `send`. */
const accepted = async (): Promise<number> => (await twilio.list('Message', { to: '+12065550177' })).length;

type FaultInput = FaultPlan['faults'][number];
const everyWhen = (fault: object): [FaultInput, number][] => [
  [{ ...fault, when: 'before' } as FaultInput, 0],
  [{ ...fault, when: 'after' } as FaultInput, 1],
];

describe('what a client meets', () => {
  test.each(everyWhen({ kind: 'reset', times: 1 }))('%j', async (fault, sent) => {
    twilio.sandbox.inject({ faults: [fault] });
    await expect(send()).rejects.toThrow();
    expect(await accepted()).toBe(sent);
  });

  test.each([
    ...everyWhen({ kind: 'error', status: 503, times: 1 }),
    ...everyWhen({ kind: 'html', status: 502, times: 1 }),
    [{ kind: 'rate-limit', retryAfter: 7, times: 1 } as FaultInput, 0] as const,
  ])('%j', async (fault, sent) => {
    twilio.sandbox.inject({ faults: [fault] });
    const answer = await send();
    expect(answer.status).toBe('status' in fault ? fault.status : 429);
    expect(answer.headers.get('retry-after')).toBe(fault.kind === 'rate-limit' ? '7' : null);
    const text = await answer.text();
    if (fault.kind === 'html') expect(text).toMatch(/^<!DOCTYPE html>/);
    else expect(JSON.parse(text)).toMatchObject({ status: answer.status, code: expect.any(Number) });
    expect(await accepted()).toBe(sent);
    expect((await send()).status).toBe(201);
  });

  test('a body that ends too early', async () => {
    twilio.sandbox.inject({ faults: [{ kind: 'truncated', times: 1 }] });
    const answer = await send();
    expect(answer.status).toBe(201);
    await expect(answer.text()).rejects.toThrow();
    expect(await accepted()).toBe(1);
  });

  test.each(everyWhen({ kind: 'hang', times: 1 }))('%j', async (fault, sent) => {
    twilio.sandbox.inject({ faults: [fault] });
    const gone = new AbortController();
    const hanging = twilio.raw(messages(), {
      method: 'POST',
      body: new URLSearchParams({ To: '+12065550177', From: '+14155550100', Body: 'Once' }),
      signal: gone.signal,
    });
    await expect.poll(accepted).toBe(sent);
    gone.abort();
    await expect(hanging).rejects.toThrow();
  });

  test('a delay, with another fault after it', async () => {
    twilio.sandbox.inject({ faults: [{ kind: 'latency', ms: 60 }, { kind: 'error' }] });
    const began = performance.now();
    expect((await twilio.raw(calls())).status).toBe(500);
    expect(performance.now() - began).toBeGreaterThanOrEqual(59);
  });
});

describe('which requests', () => {
  test.each<[FaultInput, number, number]>([
    [{ kind: 'error', method: 'POST' }, 200, 500],
    [{ kind: 'error', path: '/2010-04-01/Accounts/*/Calls.json' }, 500, 201],
    [{ kind: 'error', path: '/2010-04-01/Accounts/*.json' }, 200, 201],
    [{ kind: 'error', path: '/2010-04-01/**' }, 500, 500],
    [{ kind: 'error', rate: 0 }, 200, 201],
  ])('%j', async (fault, get, post) => {
    twilio.sandbox.inject({ faults: [fault] });
    expect((await twilio.raw(calls())).status).toBe(get);
    expect((await send()).status).toBe(post);
  });

  test('a rate draws the same from the same seed, and other ones from another', async () => {
    const drawn = async (seed: number) => {
      twilio.sandbox.inject({ seed, faults: [{ kind: 'error', rate: 0.5 }] });
      const statuses: number[] = [];
      for (let i = 0; i < 24; i++) statuses.push((await twilio.raw(`${calls()}?PageSize=1`)).status);
      return statuses;
    };
    const first = await drawn(1);
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await drawn(1)).toEqual(first);
    expect(await drawn(2)).not.toEqual(first);
  });
});

describe('the control route', () => {
  const control = (method: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL('/sandbox/faults', twilio.sandbox.origin), {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  test('sets a plan, counts what it does, and removes it', async () => {
    const fault = { kind: 'error', when: 'before', status: 503, rate: 1, times: 1 };
    expect(await (await control('PUT', { faults: [fault] })).json()).toEqual({
      seed: 1,
      faults: [{ ...fault, matched: 0, injected: 0 }],
    });
    expect((await twilio.raw(calls())).status).toBe(503);
    expect((await twilio.raw(calls())).status).toBe(200);
    expect(await (await control('GET')).json()).toMatchObject({ faults: [{ matched: 2, injected: 1 }] });
    expect(await (await control('DELETE')).json()).toEqual({ seed: 1, faults: [] });
  });

  test.each([
    ['{', 400],
    [{ faults: [{ kind: 'explode' }] }, 400],
    [{ faults: [{ kind: 'error', rate: 2 }] }, 400],
    [{ faults: [{ kind: 'error', colour: 'red' }] }, 400],
  ])('refuses %j and keeps the plan', async (body, status) => {
    await control('PUT', { faults: [{ kind: 'error', status: 599 }] });
    expect((await control('PUT', body)).status).toBe(status);
    expect((await twilio.raw(calls())).status).toBe(599);
  });

  test('refuses web pages and other methods', async () => {
    expect((await control('PUT', { faults: [] }, { origin: 'https://example.com' })).status).toBe(403);
    expect((await control('POST', { faults: [] })).status).toBe(405);
  });
});
