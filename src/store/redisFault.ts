/**
 * Says at the start what is wrong with the address of a Redis. A typo would otherwise look like a Redis that is away: the
 * server would run, and refuse every paid write. A Redis that starts at the same moment is waited for.
 */
import type { Redis as Client } from 'ioredis';

const WAIT_MS = 5000;
const PAUSE_MS = 250;

/** By what the error says; the first that fits. `final`: trying again changes nothing. */
const FAULTS: readonly (readonly [pattern: RegExp, words: string, final?: 'final'])[] = [
  [
    /WRONGPASS|NOAUTH|invalid password|without any password configured/i,
    'Redis refuses its user name or password; correct them',
    'final',
  ],
  [/NOPERM/, 'its user lacks rights in Redis; it needs read, write, scripting and connection commands', 'final'],
  [/DB index|invalid DB/i, 'Redis has no database of its number; correct it', 'final'],
  [/ENOTFOUND|EAI_AGAIN/, 'its host name cannot be resolved; correct it'],
  [
    /ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    'no Redis answers at its host and port; start it, or correct them',
  ],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_/, 'the certificate of Redis is not trusted; see NODE_EXTRA_CA_CERTS'],
];
const OTHER = 'the server at its host and port is not Redis; check host and port, and redis:// or rediss://';

/** `undefined` if Redis answers. */
export const redisFault = async (url: string): Promise<string | undefined> => {
  const { Redis } = await import('ioredis');
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const error = await failureOf(
      new Redis(url, {
        lazyConnect: true,
        connectTimeout: 2000,
        commandTimeout: 2000,
        retryStrategy: () => null,
        maxRetriesPerRequest: 0,
      }),
    );
    if (error === undefined) return undefined;
    const [, words = OTHER, final] = FAULTS.find(([pattern]) => pattern.test(error)) ?? [];
    if (final || performance.now() > deadline) return words;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};

const failureOf = async (redis: Client): Promise<string | undefined> => {
  let first: Error | undefined;
  redis.on('error', (error: Error) => {
    first ??= error;
  });
  try {
    await redis.connect();
    // Would otherwise be tried in the background.
    await redis.select(redis.options.db ?? 0);
    return undefined;
  } catch (error) {
    const { message, code = '' } = (first ?? error) as NodeJS.ErrnoException;
    return `${code} ${message}`;
  } finally {
    redis.disconnect();
  }
};
