/** The log: a JSON object a line, or readable on a terminal; of an error only what cannot hold anybody's data. */
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Observer } from '../events.ts';
import { lines } from './lines.ts';

/** From the quietest on; each has what those before it have. */
export const levels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
export type Level = (typeof levels)[number];
export const DEFAULT_LEVEL: Level = 'error';

/** An event of the server itself, at a level of its own that always shows. */
export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;

/** The log of one connection. */
export interface ConnectionLog {
  /** What the server itself says about the connection. */
  readonly log: Log;
  /** Writes a line for each operation at `info`, for each transaction at `debug`. */
  readonly observer: Observer;
  /** May be changed at any time. */
  level: Level;
}
export interface Logs {
  readonly log: Log;
  connection(name: string, level?: Level): ConnectionLog;
}

export const createLogs = (stream: DestinationStream): Logs => {
  const server = pino(
    {
      level: 'warn',
      base: null,
      messageKey: 'event',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  );
  const says =
    (logger: Logger): Log =>
    (event, facts = {}) =>
      logger[event === 'fatal' || event === 'error' ? event : 'warn'](facts, event);
  return {
    log: says(server),
    connection: (connection, level = DEFAULT_LEVEL) => {
      const traffic = server.child({ connection }, { level });
      return {
        log: says(server.child({ connection })),
        observer: lines(traffic),
        get level() {
          return traffic.level as Level;
        },
        set level(changed) {
          traffic.level = changed;
        },
      };
    },
  };
};

/** Standard error: every line is out before the next statement runs, so that a process that ends loses none. */
export const standardError = async (): Promise<DestinationStream> => {
  if (!process.stderr.isTTY) return destination({ dest: 2, sync: true });
  const { default: pretty } = await import('pino-pretty');
  return pretty({ destination: 2, sync: true, messageKey: 'event', singleLine: true });
};
