/** A Twilio in a process of its own: the witness for *when* requests arrive, since nothing that the tests do holds it up. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Moment } from '../bench/arrivals.mjs';
import { unusedPort } from './ports.ts';

export { densest, type Moment } from '../bench/arrivals.mjs';

export interface Witness {
  readonly url: string;
  /** Forgets what has arrived. Answers take `delayMs` from now on. */
  reset(delayMs?: number): Promise<void>;
  /** When each request arrived, in numbers of {@link now}. */
  arrivals(): Promise<readonly Moment[]>;
  close(): void;
}

/** Milliseconds, on the clock that all processes of a machine have in common. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** What a witness would say that has no doubts: for what must be there, not for what must not. */
export const asSeen = (moments: readonly Moment[]): readonly Moment[] => moments.map(({ to }) => ({ from: to, to }));

export const startWitness = async (): Promise<Witness> => {
  const port = await unusedPort();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../bench/upstream.mjs', import.meta.url))], {
    env: { PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const witness: Witness = {
    url: `http://127.0.0.1:${port}`,
    reset: async (delayMs = 0) => {
      await ask(child, { ask: 'reset', watch: true, delayMs });
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
