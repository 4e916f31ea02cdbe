/** What the tests of a whole file share, started at its head and closed after its last test. */
import { afterAll } from 'vitest';
import { startAgainst, type TestServer } from './server.ts';
import { type StandIn, startStandIn } from './standIn.ts';

/** Hooks run the last one first: what was started later, and may need this, is closed before it. */
export const closedAfterAll = <T extends { close(): unknown }>(started: T): T => {
  afterAll(() => started.close());
  return started;
};

/** A stand-in Twilio, and a server that has no other. */
export const serverWithStandIn = async (
  settings: Record<string, string> = {},
): Promise<{ readonly twilio: StandIn; readonly server: TestServer }> => {
  const twilio = closedAfterAll(await startStandIn());
  const server = closedAfterAll(await startAgainst(twilio.url, settings));
  return { twilio, server };
};
