/** The queue of a server's limiter: how long it is, and others who stand in it. */
import { expect, onTestFinished } from 'vitest';
import { sid } from './rows.ts';
import type { TestServer } from './server.ts';

/** How many transactions wait, in the server's own count. */
export const queued = async ({ url }: TestServer): Promise<number> => {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^twilio_graphql_queue_length\{[^}]*\} (\d+)$/m.exec(text)?.[1]);
};

/**
 * Other callers of a server with one transaction a second, each of whom has a turn before the next one to come: for some
 * seconds whoever asks after them is queued. They leave when the test ends, or when they are told to.
 */
export const othersFirst = async (slow: TestServer): Promise<{ readonly gone: AbortController }> => {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  for (let n = 0; n < 8; n++)
    slow.ask(`{ call(sid: "${sid('CA', 500 + n)}") { __typename } }`, {}, gone.signal).catch(() => 'left');
  await expect.poll(() => queued(slow)).toBeGreaterThanOrEqual(4);
  return { gone };
};
