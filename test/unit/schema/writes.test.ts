/** Each of the two times that a write makes its operation forget what it has read: over HTTP, one hides the lack of the other. */
import { expect, test } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { ApiError } from '../../../src/errors.ts';
import { write } from '../../../src/schema/writes.ts';

test.each<[outcome: string, error: Error | undefined]>([
  ['done', undefined],
  ['refused', new ApiError('REJECTED', 'No.', { status: 400 })],
  ['unknown', new ApiError('UPSTREAM_TIMEOUT', 'Twilio did not answer in time.', { outcome: 'UNKNOWN' })],
  ['failed here', new TypeError('x is undefined')],
])('what was read is forgotten before and after a write that is %s', async (_outcome, error) => {
  const events: string[] = [];
  const forgets = (what: string) => ({ clear: () => events.push(what) });
  const context = { loaders: forgets('rows'), memory: forgets('memory') } as unknown as Context;
  const run = async () => {
    events.push('send');
    if (error) throw error;
  };
  await write(context, run).catch(() => events.push('thrown'));
  expect(events).toEqual(['rows', 'memory', 'send', 'rows', 'memory', ...(error ? ['thrown'] : [])]);
});
