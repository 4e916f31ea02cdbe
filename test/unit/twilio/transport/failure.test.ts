/** What a failure without an answer is called, and how often it is tried again. */
import { expect, test } from 'vitest';
import { fromNetwork, pauseBefore } from '../../../../src/twilio/transport/failure.ts';

const failed = (code: string) => Object.assign(new Error('x'), { code });
const attempts = (error: ReturnType<typeof fromNetwork>, isWrite: boolean): number => {
  let attempt = 1;
  while (pauseBefore(error, { attempt, isWrite, leftMs: 30_000 }) !== undefined) attempt++;
  return attempt;
};
const unsent = { late: false, onWire: false, outcome: undefined };
const sent = { late: false, onWire: true, outcome: undefined };
const written = { ...sent, outcome: 'UNKNOWN' } as const;

test.each([
  ['ECONNREFUSED', unsent, 'UPSTREAM_UNREACHABLE', 3, 4],
  ['EAI_AGAIN', unsent, 'UPSTREAM_UNREACHABLE', 3, 4],
  ['ENOTFOUND', unsent, 'UPSTREAM_UNREACHABLE', 1, 1],
  ['ERR_TLS_CERT_ALTNAME_INVALID', unsent, 'UPSTREAM_UNREACHABLE', 1, 1],
  ['SELF_SIGNED_CERT_IN_CHAIN', unsent, 'UPSTREAM_UNREACHABLE', 1, 1],
  ['ECONNRESET', sent, 'UPSTREAM_INTERRUPTED', 3, 1],
  ['ECONNRESET', written, 'UPSTREAM_INTERRUPTED', 1, 1],
  ['UND_ERR_HEADERS_TIMEOUT', sent, 'UPSTREAM_TIMEOUT', 2, 1],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', sent, 'UPSTREAM_UNREADABLE', 1, 1],
])('%s %o is %s, tried %i times by a read and %i times by a write', (code, how, expected, read, write) => {
  const error = fromNetwork(failed(code), how);
  expect(error.code).toBe(expected);
  expect(error.details.outcome).toBe(how.outcome);
  expect([attempts(error, false), attempts(error, true)]).toEqual([read, write]);
});
