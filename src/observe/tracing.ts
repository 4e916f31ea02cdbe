/**
 * Traces over OTLP: each GraphQL operation is a span, with the fields that read, their loader batches and the calls to
 * Twilio below it.
 *
 * Spans are made from the events that logs and metrics are made of, when an operation has ended. So a trace holds names,
 * codes and durations only, and nothing of OpenTelemetry is loaded or kept while no endpoint is set.
 */
import type { Attributes, Context, Span, SpanContext } from '@opentelemetry/api';
import { fieldNames, type Observer, type OperationEvent, type Reading, type TransactionEvent } from '../events.ts';
import { groupBy } from '../model/index.ts';
import { safeName } from './lines.ts';

export interface Tracing {
  observer(connection: string): Observer;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Transactions that are kept of one operation. */
const MAX_TRANSACTIONS = 2000;
const CLOSE_MS = 5000;

/** `endpoint`: where OTLP is received over HTTP, such as `http://127.0.0.1:4318`. */
export const openTracing = async (endpoint: string): Promise<Tracing> => {
  const [api, { W3CTraceContextPropagator }, resources, { BasicTracerProvider, BatchSpanProcessor }, otlp] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ]);
  const exporter = new otlp.OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const named = resources.resourceFromAttributes({ 'service.name': 'twilio-graphql' });
  const provider = new BasicTracerProvider({
    resource: named.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('twilio-graphql');
  const propagator = new W3CTraceContextPropagator();
  const clientOf = ({ trace }: OperationEvent): Context =>
    propagator.extract(api.ROOT_CONTEXT, trace, api.defaultTextMapGetter);

  const start = (parent: Context, name: string, [since, until]: Period, attributes: Attributes, kind = 0): Context => {
    const span: Span = tracer.startSpan(name, { startTime: since, attributes, kind }, parent);
    if (attributes[OUTCOME] !== undefined && attributes[OUTCOME] !== 'OK')
      span.setStatus({ code: api.SpanStatusCode.ERROR });
    span.end(until);
    return api.trace.setSpan(parent, span);
  };

  const operation = (connection: string, event: OperationEvent, transactions: readonly TransactionEvent[]): void => {
    const name = event.name === undefined ? '' : ` ${safeName(event.name)}`;
    const attributes = { 'twilio_graphql.connection': connection, ...attributesOf(event) };
    const root = start(clientOf(event), `${event.type}${name}`, ownPeriodOf(event), attributes, api.SpanKind.SERVER);
    const isSampled = (api.trace.getSpanContext(root) as SpanContext).traceFlags & api.TraceFlags.SAMPLED;
    if (!isSampled) return;
    for (const [field, ofField] of groupBy(transactions, ({ reading }) => fieldNames(reading?.path).join('.'))) {
      const below = field === '' ? root : start(root, field, periodOf(ofField), { 'graphql.field.path': field });
      for (const [reading, ofReading] of groupBy(ofField, batchOf)) {
        const rows = reading?.batchOf;
        const parent =
          rows === undefined
            ? below
            : start(below, 'loader batch', periodOf(ofReading), { 'twilio_graphql.rows': rows });
        for (const one of ofReading)
          start(parent, `${one.operation} ${one.entity}`, ownPeriodOf(one), attributesOfCall(one), api.SpanKind.CLIENT);
      }
    }
  };

  return {
    observer: (connection) => {
      const running = new WeakMap<object, TransactionEvent[]>();
      return {
        transaction: (event) => {
          if (!event.request) return;
          const known = running.get(event.request);
          if (!known) running.set(event.request, [event]);
          else if (known.length < MAX_TRANSACTIONS) known.push(event);
        },
        operation: (event) => {
          operation(connection, event, (event.request && running.get(event.request)) ?? []);
          if (event.request) running.delete(event.request);
        },
      };
    },
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  };
};

/** From and until when, in milliseconds since 1970. */
type Period = readonly [number, number];
type Timed = Pick<OperationEvent, 'endedAt' | 'durationMs'> & Partial<Pick<TransactionEvent, 'waitedMs'>>;

const OUTCOME = 'twilio_graphql.outcome';

const batchOf = ({ reading }: TransactionEvent): Reading | undefined =>
  reading?.batchOf === undefined ? undefined : reading;

/** Without a wait for its turn: on the wire. */
const ownPeriodOf = ({ endedAt, durationMs }: Timed): Period => [
  performance.timeOrigin + endedAt - durationMs,
  performance.timeOrigin + endedAt,
];

/** Of all of them, with their waits. */
const periodOf = (events: readonly Timed[]): Period => [
  Math.min(...events.map((event) => ownPeriodOf(event)[0] - (event.waitedMs ?? 0))),
  Math.max(...events.map((event) => ownPeriodOf(event)[1])),
];

const attributesOf = ({ type, name, codes, predicted, actual }: OperationEvent): Attributes => ({
  'graphql.operation.type': type,
  ...(name !== undefined && { 'graphql.operation.name': safeName(name) }),
  [OUTCOME]: codes[0] ?? 'OK',
  'twilio_graphql.cost.predicted': predicted,
  'twilio_graphql.cost.actual': actual,
});

const attributesOfCall = (event: TransactionEvent): Attributes => ({
  'http.request.method': event.method,
  ...(event.status !== undefined && { 'http.response.status_code': event.status }),
  'twilio_graphql.entity': event.entity,
  'twilio_graphql.operation': event.operation,
  [OUTCOME]: event.outcome,
  'twilio_graphql.sent': event.sent,
  'twilio_graphql.waited_ms': Math.round(event.waitedMs),
  'twilio_graphql.attempt': event.attempt,
  'twilio_graphql.coalesced': event.coalesced,
});
