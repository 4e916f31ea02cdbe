/**
 * The parts of undici that every server needs. Loading all of it (fetch, caches, mocks, WebSockets) takes 50 ms and 9 MB
 * more. Its files are required by name, which is safe because package.json pins the version.
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

/** Loads all of undici, which gives dispatchers `request` and its streams: only files need them. */
export const loadStreams = async (): Promise<void> => {
  await import('undici');
};
