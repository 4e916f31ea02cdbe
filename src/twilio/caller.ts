/** Who a transaction is for: one GraphQL request. Whoever sends for it can tell it apart, charge it and see it leave. */
export interface Caller {
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every transaction that goes on the wire for it, retries included. */
  readonly onTransaction?: (() => void) | undefined;
  /** The same for all transactions of a request: they queue together. */
  readonly request?: object | undefined;
}
