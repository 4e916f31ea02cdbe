/**
 * The parts of undici that every server uses. The whole of it (fetch, caches, mocks, sockets of other kinds), loaded
 * alone, takes 50 ms and 9 MB more; its files are reached by name, which is safe for as long as package.json pins it.
 */
import { createRequire } from 'node:module';
import type * as Undici from 'undici';

const require = createRequire(import.meta.url);
const part = <Name extends keyof typeof Undici>(file: string) =>
  require(`undici/lib/${file}.js`) as (typeof Undici)[Name];

export const Agent = part<'Agent'>('dispatcher/agent');
export const Pool = part<'Pool'>('dispatcher/pool');
export const buildConnector = part<'buildConnector'>('core/connect');
export const errors = part<'errors'>('core/errors');

/** Gives dispatchers what only files need: `request`, with its streams. */
export const loadStreams = async (): Promise<void> => {
  await import('undici');
};
