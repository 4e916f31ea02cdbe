/** When Twilio is asked whether it takes the credentials: seldom, once for all who want to know, and not for long. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ApiError, type Code } from '../../../../src/errors.ts';
import { CredentialHealth } from '../../../../src/twilio/health/credentialHealth.ts';

/** A standing whose checks end as it is told. */
const standing = (recheckMs: number, ...ends: ('OK' | Code)[]) => {
  let checks = 0;
  const end = (outcome: 'OK' | Code, operation: 'fetch' | 'file' = 'fetch', ownAccount = true) =>
    it.transaction({
      entity: 'Account',
      operation,
      method: 'GET',
      outcome,
      status: undefined,
      sent: true,
      durationMs: 1,
      endedAt: 1,
      waitedMs: 0,
      attempt: 1,
      request: undefined,
      forGets: false,
      ownAccount,
      reading: undefined,
      coalesced: 0,
    });
  const it = new CredentialHealth(async () => {
    const outcome = ends[checks++] ?? 'OK';
    await sleep(1);
    end(outcome);
    if (outcome !== 'OK') throw new ApiError(outcome, 'no');
  }, recheckMs);
  return { state: () => it.state(), end, checks: () => checks };
};

test('those who ask together wait for one check', async () => {
  const { state, checks } = standing(60_000);
  expect([await Promise.all([state(), state(), state()]), checks()]).toEqual([['ready', 'ready', 'ready'], 1]);
});

test('a refusal is not looked into again before its time', async () => {
  const { state, checks } = standing(60_000, 'UNAUTHENTICATED');
  expect([await state(), await state(), checks()]).toEqual(['unauthenticated', 'unauthenticated', 1]);
});

test('a refusal that has ended is found out by asking', async () => {
  const { state, checks } = standing(0, 'UNAUTHENTICATED', 'UPSTREAM_TIMEOUT', 'OK');
  expect([await state(), await state(), await state(), checks()]).toEqual([
    'unauthenticated',
    'unauthenticated',
    'ready',
    3,
  ]);
});

test('who was heard once is not unreachable later', async () => {
  const { state, end, checks } = standing(0, 'UPSTREAM_UNREACHABLE');
  expect(await state()).toBe('unreachable');
  end('OK');
  end('UPSTREAM_UNREACHABLE');
  end('UNAUTHENTICATED', 'file');
  expect([await state(), checks()]).toEqual(['ready', 1]);
});

test('a key that may not read the account is a key that is taken', async () => {
  expect(await standing(0, 'FORBIDDEN').state()).toBe('ready');
});
