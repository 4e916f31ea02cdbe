/** What tests start at their head, closed when they are through: a file, or a single test. */
import { afterAll, onTestFinished } from 'vitest';
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

/** Another server of the same stand-in, for answers that do not come: nothing else has to be there in so short a time. */
export const impatientServer = async ({ url }: StandIn, ms = 400): Promise<TestServer> =>
  closedAfterAll(await startAgainst(url, { TWILIO_TIMEOUT_MS: String(ms) }));

/** For what a test starts for itself, or its `beforeEach` for it. */
export const closedAfterTest = <T extends { close(): unknown }>(started: T): T => {
  onTestFinished(async () => {
    await started.close();
  });
  return started;
};
