/** The command as a process of its own: what it prints, and how it ends. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { memoize } from '../../src/model/index.ts';
import { STATE } from './server.ts';

const root = new URL('../../', import.meta.url);

/** A folder without a `.env`. */
export const EMPTY = mkdtempSync(join(tmpdir(), 'twilio-graphql-cwd-'));
export const MAIN = fileURLToPath(new URL('dist/bundle/main.js', root));

/** Throws if the sources have changed since the build: what runs here is what users run. */
export const requireBuild = memoize((): void => {
  const newer = execFileSync('find', ['src', '-newer', MAIN], { cwd: root, encoding: 'utf8' });
  if (newer) throw new Error(`Run \`npm run build\` first: newer than the build are\n${newer}`);
});

export interface Run {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

export interface Start {
  readonly cwd?: string;
  readonly input?: string;
}

/** Starts it with nothing in its environment but these settings. */
export const run = (
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  start: Start = {},
): Run => {
  const { PATH = '' } = process.env;
  // The schema of all products takes a process of its own seconds to build.
  const env = { PATH, PORT: '0', TWILIO_GRAPHQL_STATE: STATE, TWILIO_PRODUCTS: 'api', ...settings };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: start.cwd ?? EMPTY, env });
  child.stdin.end(start.input ?? '');
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { child, out: () => said.out, err: () => said.err, ended };
};

/** The address that it prints, once it has printed everything; throws if it ends instead. */
export const urlOf = async ({ out, err, ended }: Run): Promise<string> => {
  const over = new AbortController();
  const ending = ended.then((code) => {
    if (!over.signal.aborted) throw new Error(`The server ended with ${code} before it was ready: ${err()}`);
  });
  await Promise.race([expect.poll(out, { timeout: START_MS }).toContain('Stop'), ending]);
  over.abort();
  return /http:\S+\/graphql/.exec(out())?.[0] ?? '';
};
/** For a machine on which many other processes want to run. */
const START_MS = 120_000;
