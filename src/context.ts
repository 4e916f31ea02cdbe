/** What a resolver gets: the connection that a request belongs to, and the loaders that live as long as it does. */
import type { Registry } from './model/index.ts';
import type { Signal } from './signal.ts';
import type { Gateway } from './twilio/gateway.ts';
import type { Caller } from './twilio/limiter/index.ts';
import { Cursors, Report } from './twilio/lists/index.ts';
import { Loaders, NegativeCache } from './twilio/loading/index.ts';

/** One Twilio account as this server reaches it. */
export interface Connection {
  readonly registry: Registry;
  readonly gateway: Gateway;
  readonly accountSid: string;
  readonly cursors: Cursors;
  /** What was learned of the account's lists. */
  readonly negativeCache: NegativeCache;
  /** Rows that one list may read in search of an answer. */
  readonly scanLimit: number;
  /** Upstream transactions that may start in a second, and how many of them could start now. */
  readonly throughput: { readonly perSecond: number; readonly available: number };
}

export interface Context {
  readonly connection: Connection;
  readonly loaders: Loaders;
  /** For whom upstream transactions are. */
  readonly caller: Caller;
  /** Where the client found this server, such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** What this request read and spent, for its client to see. */
  readonly report: Report;
}

/** `secret` signs cursors; servers that share it read each other's. */
export const createConnection = (parts: {
  registry: Registry;
  gateway: Gateway;
  accountSid: string;
  secret: string;
  scanLimit: number;
  throughput: Connection['throughput'];
}): Connection => ({ ...parts, cursors: new Cursors(parts.secret), negativeCache: new NegativeCache() });

/** `signal` is aborted when the client has gone. */
export const createContext = (connection: Connection, signal: Signal, origin: string): Context => {
  const report = new Report();
  const caller: Caller = { signal, onTransaction: () => report.spend(), request: report };
  return {
    connection,
    loaders: new Loaders(connection.gateway, connection.negativeCache, caller),
    caller,
    origin,
    report,
  };
};
