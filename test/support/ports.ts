/** Ports for programs that must be given a number: none that the system gives to a socket in the meantime. */
import { freePort } from '../../src/port.ts';

/** Systems choose ports from 32768 (Linux) or 49152 on; each test process begins at its own place below. */
const FIRST = 20_000 + (process.pid % 120) * 100;
let next = FIRST;

/** A port of loopback on which nobody listens. */
export const unusedPort = async (): Promise<number> => {
  for (let tries = 0; tries < 1000; tries++) {
    const port = next++;
    const isFree = await freePort({ port, host: '127.0.0.1' }).then(
      () => true,
      () => false,
    );
    if (isFree) return port;
  }
  throw new Error('There is no free port for the tests.');
};
