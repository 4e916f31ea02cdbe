/** Metrics of a call. */
import { entity, t } from '../../../../model/index.ts';
import { InsightsCall } from '../call.ts';

export const InsightsCallMetric = entity('InsightsCallMetric', {
  in: InsightsCall,
  at: 'metrics',
  one: 'metric',
  inside: ['metric', 'metrics'],
  about: 'Jitter, loss, latency and audio levels of a call, sampled over time.',
  fields: {
    timestamp: t.string,
    callSid: t.ref('Call'),
    accountSid: t.ref('Account'),
    edge: t
      .enum('unknown_edge', 'carrier_edge', 'sip_edge', 'sdk_edge', 'client_edge')
      .named('InsightsCallMetricEdgeValue'),
    direction: t.enum('unknown', 'inbound', 'outbound', 'both'),
    carrierEdge: t.json,
    sipEdge: t.json.pii,
    sdkEdge: t.json.pii,
    clientEdge: t.json.pii,
  },
  filters: { edge: t.equal, direction: t.equal },
});
