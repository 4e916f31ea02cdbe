/** A Redis 7 of a test's own, that keeps nothing on disk and can be stopped, frozen, emptied and started again. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { unusedPort } from './ports.ts';

export interface TestRedis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Sends a signal, such as SIGSTOP. */
  signal(name: NodeJS.Signals): void;
  /** Runs a command, such as FLUSHALL. */
  command(...words: string[]): Promise<string>;
}

export const prepareRedis = async (): Promise<TestRedis> => {
  const port = await unusedPort();
  let child: ChildProcess | undefined;
  const answers = async (): Promise<boolean> => {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child = spawn('redis-server', [...options, '--dir', tmpdir()], { stdio: 'ignore' });
      while (!(await answers())) await sleep(20);
    },
    stop: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    signal: (name) => child?.kill(name),
    command: async (...words) => (await promisify(execFile)('redis-cli', ['-p', String(port), ...words])).stdout.trim(),
  };
};
