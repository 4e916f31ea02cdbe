/** A client that leaves when something has happened, never by the clock. */
import { expect } from 'vitest';

/** Sends a request, waits until it has got somewhere, and aborts it: the request must then fail. */
export const leaveOnce = async (
  hasHappened: () => boolean | Promise<boolean>,
  send: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> => {
  const leaving = new AbortController();
  const left = expect(send(leaving.signal)).rejects.toThrow();
  await expect.poll(hasHappened).toBe(true);
  leaving.abort();
  await left;
};
