/** What a resolver gets: the connection that a request belongs to, and the loaders and budget of that request. */
import type { Registry } from './model/index.ts';
import type { Signal } from './signal.ts';
import type { Gateway } from './twilio/gateway.ts';
import { Budget, type Caller } from './twilio/limiter/index.ts';
import { Cursors, ListReports } from './twilio/lists/index.ts';
import { Loaders, NegativeCache } from './twilio/loading/index.ts';

/** One Twilio account as this server reaches it. */
export interface Connection {
  readonly registry: Registry;
  readonly gateway: Gateway;
  readonly accountSid: string;
  readonly cursors: Cursors;
  /** Lists of which a speculative page was useless a short time ago. */
  readonly negativeCache: NegativeCache;
  /** Rows that one list may read to find those that match. */
  readonly scanLimit: number;
  /** Upstream transactions that may start in a second, and how many of them could start now. */
  readonly throughput: { readonly perSecond: number; readonly available: number };
}

export interface Context {
  readonly connection: Connection;
  readonly loaders: Loaders;
  /** On whose behalf upstream calls are made. */
  readonly caller: Caller;
  /** This server's address as the client used it, such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** What this operation may still spend. */
  readonly budget: Budget;
  readonly report: ListReports;
}

/** `secret` signs cursors; servers with the same secret can read each other's. */
export const createConnection = (parts: {
  registry: Registry;
  gateway: Gateway;
  accountSid: string;
  secret: string;
  scanLimit: number;
  throughput: Connection['throughput'];
}): Connection => ({ ...parts, cursors: new Cursors(parts.secret), negativeCache: new NegativeCache() });

/** `signal` is aborted when the client disconnects. */
export const createContext = (connection: Connection, signal: Signal, origin: string): Context => {
  const budget = new Budget();
  const caller: Caller = { signal, budget, request: budget };
  return {
    connection,
    loaders: new Loaders(connection.gateway, connection.negativeCache, caller),
    caller,
    origin,
    budget,
    report: new ListReports(),
  };
};
