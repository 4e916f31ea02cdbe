/** A Twilio in a process of its own: the witness for *when* requests arrive, since nothing that the tests do holds it up. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Moment } from '../bench/arrivals.mjs';

export { densest, type Moment } from '../bench/arrivals.mjs';

export interface Witness {
  readonly url: string;
  /** Forgets what has arrived. */
  reset(): Promise<void>;
  /** When each request arrived, in numbers of {@link now}. */
  arrivals(): Promise<readonly Moment[]>;
  close(): void;
}

/** Milliseconds, on the clock that all processes of a machine have in common. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** What a witness would say that has no doubts: for what must be there, not for what must not. */
export const asSeen = (moments: readonly Moment[]): readonly Moment[] => moments.map(({ to }) => ({ from: to, to }));

const freePort = async (): Promise<number> => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

export const startWitness = async (): Promise<Witness> => {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../bench/upstream.mjs', import.meta.url))], {
    env: { PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const witness: Witness = {
    url: `http://127.0.0.1:${port}`,
    reset: async () => {
      await ask(child, { ask: 'reset', watch: true });
    },
    arrivals: async () => (await ask(child, { ask: 'arrivals' })).arrivals ?? [],
    close: () => child.kill('SIGKILL'),
  };
  await witness.reset();
  return witness;
};

const ask = async (child: ChildProcess, question: object): Promise<{ arrivals?: Moment[] }> => {
  const answered = once(child, 'message');
  child.send(question);
  return (await answered)[0];
};
