/** A client that leaves when something has happened, never by the clock. */
import { expect, vi } from 'vitest';

/** Sends a request, waits until it has got somewhere, and aborts it: the request must then fail. */
export const leaveOnce = async (
  hasHappened: () => boolean | Promise<boolean>,
  send: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> => {
  const leaving = new AbortController();
  const left = expect(send(leaving.signal)).rejects.toThrow();
  // Not `expect.poll`, which does not know its test where tests run side by side.
  await vi.waitUntil(hasHappened, { timeout: 60_000, interval: 10 });
  leaving.abort();
  await left;
};
