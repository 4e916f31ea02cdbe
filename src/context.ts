/** What a resolver gets: the connection that a request belongs to, and the loaders and budget of that request. */
import type { Rights } from './access/index.ts';
import type { Signal } from './cancellation.ts';
import type { Journal } from './journal/index.ts';
import { GlobalIds, type Registry } from './model/index.ts';
import type { CallerSpending, Spending } from './spending/index.ts';
import type { Gateway } from './twilio/gateway.ts';
import { Budget, type Caller, OperationMemory } from './twilio/limiter/index.ts';
import { type BoundCursors, Cursors, ListReports } from './twilio/lists/index.ts';
import { Loaders, NegativeCache } from './twilio/loading/index.ts';

/** One Twilio account as this server reaches it. */
export interface Connection {
  readonly registry: Registry;
  readonly gateway: Gateway;
  readonly accountSid: string;
  readonly cursors: Cursors;
  readonly globalIds: GlobalIds;
  readonly name: string;
  /** Lists whose speculative page was useless a short time ago. */
  readonly negativeCache: NegativeCache;
  /** Writes that must not happen twice. */
  readonly journal: Journal;
  /** Limits on what may be sent. */
  readonly spending: Spending;
  /** Whether paid creates need an idempotency key. */
  readonly requireIdempotencyKey: 'none' | 'paid';
  /** Rows that one list may read to find those that match. */
  readonly scanLimit: number;
  /** Upstream transactions that may start in a second, and how many of them could start now. */
  readonly throughput: { readonly perSecond: number; readonly available: number };
}

/** What is known of the client and of its HTTP request. */
export interface ClientRequest {
  /** Whom idempotency keys belong to. */
  readonly id: string;
  /** What the client may do. */
  readonly rights: Rights;
  /** Aborted when the client has gone, or when the time of the operation is over. */
  readonly signal: Signal;
  /** Its own limits on what it may send. */
  readonly spending: CallerSpending | undefined;
  /** The address of a file of this server, signed if the client needs a key. */
  link(path: string): string;
  /** Of the header Idempotency-Key, for an operation with one write. */
  readonly idempotencyKey: string | undefined;
}

/** One write of an operation that had an idempotency key. */
export interface Idempotency {
  readonly key: string;
  /** The answer is that of an earlier write with this key. */
  readonly replayed: boolean;
}

/** Outcome of a mutation. */
export type Outcome = 'DONE' | 'UNKNOWN';

export interface Context {
  readonly connection: Connection;
  readonly loaders: Loaders;
  readonly client: ClientRequest;
  /** Writes of this operation that had an idempotency key. */
  readonly idempotency: Idempotency[];
  /** On whose behalf upstream calls are made. */
  readonly caller: Caller;
  /** What this operation may still spend. */
  readonly budget: Budget;
  /** Holds the rows that it reads until it ends. */
  readonly memory: OperationMemory;
  /** Of lists as this caller sees them. */
  readonly cursors: BoundCursors;
  readonly report: ListReports;
  /** By response key: mutations that were carried out, or may have been. */
  readonly outcomes: Map<string | number, Outcome>;
}

/** `secret` seals cursors and ids; servers with the same secret can read each other's. */
export const createConnection = (parts: {
  name: string;
  registry: Registry;
  gateway: Gateway;
  accountSid: string;
  journal: Journal;
  spending: Spending;
  requireIdempotencyKey: Connection['requireIdempotencyKey'];
  secret: string;
  scanLimit: number;
  throughput: Connection['throughput'];
}): Connection => ({
  ...parts,
  cursors: new Cursors(parts.secret),
  globalIds: new GlobalIds(parts.secret),
  negativeCache: new NegativeCache(),
});

export const createContext = (connection: Connection, client: ClientRequest): Context => {
  const { signal } = client;
  const budget = new Budget();
  const memory = new OperationMemory(connection.scanLimit);
  const { rights } = client;
  const hides = (account = connection.accountSid) => !rights.showsPersonalData(account);
  const caller: Caller = {
    ...{ signal, budget, memory, request: budget },
    hides: rights.isUnlimited ? undefined : hides,
    reserveRead: (entity, params) => connection.spending.reserveRead({ entity, params }, client.spending),
  };
  return {
    connection,
    loaders: new Loaders(connection.gateway, connection.negativeCache, connection.scanLimit, caller),
    caller,
    client,
    idempotency: [],
    budget,
    memory,
    cursors: connection.cursors.bound(`${connection.name} ${rights.fingerprint}`),
    report: new ListReports(),
    outcomes: new Map(),
  };
};
