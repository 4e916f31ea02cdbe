/** The log: JSON lines, or readable text on a terminal. Of an error it only has what cannot contain personal data. */
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Observer } from '../events.ts';
import { lines, readableFacts, readableLine } from './lines.ts';

/** Each level includes those before it. */
const levels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
export type Level = (typeof levels)[number];
const DEFAULT_LEVEL: Level = 'error';

/** Logs an event of the server itself, which is always shown. */
export type Log = (event: string, facts?: Readonly<Record<string, unknown>>) => void;

/** The log of one connection. */
export interface ConnectionLog {
  /** Logs an event that concerns the connection. */
  readonly log: Log;
  /** Writes a line for each operation at `info`, and for each transaction at `debug`. */
  readonly observer: Observer;
  /** Can be changed at any time. */
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
  const logger =
    (target: Logger): Log =>
    (event, facts = {}) =>
      target[event === 'fatal' || event === 'error' ? event : 'warn'](facts, event);
  return {
    log: logger(server),
    connection: (connection, level = DEFAULT_LEVEL) => {
      const traffic = server.child({ connection }, { level });
      return {
        log: logger(server.child({ connection })),
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

/** Standard error, written synchronously so that a process that exits loses no line. */
export const standardError = async (): Promise<DestinationStream> => {
  if (!process.stderr.isTTY) return destination({ dest: 2, sync: true });
  const { default: pretty } = await import('pino-pretty');
  return pretty({
    destination: 2,
    sync: true,
    messageKey: 'event',
    messageFormat: readableLine,
    ignore: readableFacts.join(','),
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
  });
};
