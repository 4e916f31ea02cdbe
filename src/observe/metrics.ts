/** What Prometheus reads of this process: counts by connection, with labels from closed lists and nobody's data. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer, TransactionEvent } from '../events.ts';

/** What Prometheus gets. */
export interface Exposition {
  readonly type: string;
  readonly text: string;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const TRANSACTIONS = [0, 1, 2, 5, 10, 25, 50, 100, 250, 1000];
const WORK = ['connection', 'entity', 'operation'] as const;

/** The metrics of all connections of this process. */
export class Metrics {
  readonly registry = new Registry();
  readonly #queues = new Map<string, () => number>();
  readonly #of = define(this.registry, this.#queues);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts what happens to the connection of this name; `queued` answers how many of its transactions wait now. */
  observer(connection: string, queued: () => number): Observer {
    const of = this.#of;
    this.#queues.set(connection, queued);
    return {
      operation: ({ type, codes, durationMs, predicted, actual }) => {
        of.operations.inc({ connection, type, outcome: codes[0] ?? 'OK' });
        of.operationSeconds.observe({ connection, type }, durationMs / 1000);
        of.predicted.observe({ connection }, predicted);
        of.actual.observe({ connection }, actual);
      },
      transaction: (event) => this.#count(connection, event),
      joined: ({ entity, operation }) => of.joins.inc({ connection, entity, operation }),
      asked: (entity) => of.gets.inc({ connection, entity }),
      refusedOrigin: () => of.refusedOrigins.inc({ connection }),
      breaker: (host, state) => {
        of.breaker.set({ connection, host }, BREAKER[state]);
        if (state === 'open') of.breakerOpened.inc({ connection, host });
      },
      unresolved: ({ entity }) => of.unresolved.inc({ connection, entity }),
      openWrites: (counts) => {
        for (const [state, count] of Object.entries(counts)) of.openWrites.set({ connection, state }, count);
      },
      storeChanged: ({ reason }) => of.storeDown.set({ connection }, reason === undefined ? 0 : 1),
      introspected: (fromCache) => of.introspections.inc({ connection, cache: fromCache ? 'hit' : 'miss' }),
    };
  }

  /** Of this process alone. */
  async expose(): Promise<Exposition> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  #count(connection: string, event: TransactionEvent): void {
    const of = this.#of;
    const { entity, operation, outcome, sent } = event;
    of.waited.observe({ connection }, event.waitedMs / 1000);
    if (!sent) {
      of.unsent.inc({ connection, outcome });
      return;
    }
    of.transactions.inc({ connection, entity, operation, outcome });
    of.transactionSeconds.observe({ connection, operation }, event.durationMs / 1000);
    if (event.attempt > 1) of.retries.inc({ connection, entity, operation });
    if (event.forGets) of.getTransactions.inc({ connection, entity });
  }
}

const BREAKER = { closed: 0, halfOpen: 1, open: 2 } as const;

const define = (registry: Registry, queues: ReadonlyMap<string, () => number>) => {
  const named = <L extends string>(name: string, help: string, labelNames: readonly L[]) => ({
    name: `twilio_graphql_${name}`,
    help,
    labelNames,
    registers: [registry],
  });
  new Gauge({
    ...named('queue_length', 'Upstream transactions that wait for their turn.', ['connection']),
    collect() {
      for (const [connection, queued] of queues) this.set({ connection }, queued());
    },
  });
  return {
    operations: new Counter(
      named('operations_total', 'GraphQL operations; the outcome is OK or the first code.', [
        'connection',
        'type',
        'outcome',
      ]),
    ),
    operationSeconds: new Histogram({
      ...named('operation_duration_seconds', 'How long GraphQL operations took.', ['connection', 'type']),
      buckets: SECONDS,
    }),
    predicted: new Histogram({
      ...named('cost_predicted', 'Upstream transactions that an operation may cause at worst.', ['connection']),
      buckets: TRANSACTIONS,
    }),
    actual: new Histogram({
      ...named('cost_actual', 'Upstream transactions that an operation caused.', ['connection']),
      buckets: TRANSACTIONS,
    }),
    transactions: new Counter(
      named('transactions_total', 'Requests sent upstream, retries included; the outcome is OK or a code.', [
        ...WORK,
        'outcome',
      ]),
    ),
    transactionSeconds: new Histogram({
      ...named('transaction_duration_seconds', 'From the turn of a request to the end of its answer.', [
        'connection',
        'operation',
      ]),
      buckets: SECONDS,
    }),
    unsent: new Counter(
      named('unsent_total', 'Upstream transactions that were wanted and not sent, by why not.', [
        'connection',
        'outcome',
      ]),
    ),
    retries: new Counter(named('retries_total', 'Requests sent upstream that repeat an earlier one.', WORK)),
    waited: new Histogram({
      ...named('queue_wait_seconds', 'How long upstream calls waited for their turn.', ['connection']),
      buckets: [0.001, ...SECONDS],
    }),
    joins: new Counter(named('joined_reads_total', 'Reads that joined the same one in flight.', WORK)),
    gets: new Counter(named('gets_total', 'Rows that the loaders were asked for.', ['connection', 'entity'])),
    getTransactions: new Counter(
      named('get_transactions_total', 'Requests sent upstream for rows that the loaders were asked for.', [
        'connection',
        'entity',
      ]),
    ),
    refusedOrigins: new Counter(
      named('refused_origins_total', 'Requests refused because their page is not of an allowed origin.', [
        'connection',
      ]),
    ),
    breaker: new Gauge({
      ...named('circuit_breaker_state', 'Circuit breaker of a host: 0 closed, 1 probing, 2 open.', [
        'connection',
        'host',
      ]),
      aggregator: 'max',
    }),
    breakerOpened: new Counter(
      named('circuit_breaker_opened_total', 'How often the circuit breaker of a host has opened.', [
        'connection',
        'host',
      ]),
    ),
    unresolved: new Counter(
      named('unresolved_operations_total', 'Paid writes that were given up without an outcome.', [
        'connection',
        'entity',
      ]),
    ),
    // All processes read the same journal: their numbers are not added up.
    openWrites: new Gauge({
      ...named('open_writes', 'Paid writes whose outcome is UNKNOWN, and those that were given up as UNRESOLVED.', [
        'connection',
        'state',
      ]),
      aggregator: 'max' as const,
    }),
    storeDown: new Gauge({
      ...named('store_down', '1 while the store of the journal cannot be used, and paid writes are refused.', [
        'connection',
      ]),
      aggregator: 'max' as const,
    }),
    introspections: new Counter(
      named('introspections_total', 'Introspections, by whether a kept answer served.', ['connection', 'cache']),
    ),
  };
};
