/** Log, metrics, traces and banner. Exports what other folders may use. */
export { banner, emphasized, isLoopback, maskedSid } from './banner.ts';
export { answerMetrics, exposeCluster } from './cluster.ts';
export { type ConnectionLog, createLogs, type Log, type Logs, standardError } from './log.ts';
export { Metrics } from './metrics.ts';
export { redactedError } from './redactedError.ts';
export { openTracing, type Tracing } from './tracing.ts';
