/** Reads that have joined an equal one, by the server's own metrics: an event to wait for instead of a time. */
import { expect } from 'vitest';
import type { TestServer } from './server.ts';

/** Answers what waits until this many more lists of calls have joined another read. */
export const clientsThatJoin = async (server: TestServer, count: number): Promise<() => Promise<void>> => {
  const joined = async () => {
    const text = await (await fetch(new URL('/metrics', server.url))).text();
    return Number(/joined_reads_total\{[^}]*entity="Call",operation="list"[^}]*\} (\d+)/.exec(text)?.[1] ?? 0);
  };
  const before = await joined();
  return () => expect.poll(joined).toBe(before + count);
};
