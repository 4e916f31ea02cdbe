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
    timestamp: t.dateTime.about('End of the 10 seconds that were measured.'),
    callSid: t.ref('Call'),
    accountSid: t.ref('Account'),
    edge: t
      .enum('unknown_edge', 'carrier_edge', 'sip_edge', 'sdk_edge', 'client_edge')
      .named('InsightsCallMetricEdgeValue')
      .about('Which part of the way of the call was measured: the field of the same name has the values.'),
    direction: t.enum('unknown', 'inbound', 'outbound', 'both').about('Which of the two audio streams was measured.'),
    carrierEdge: t.json.about(
      "Values at Twilio's gateway to a carrier: `interval` of the 10 seconds, `cumulative` since the start. Null for other edges.",
    ),
    sipEdge: t.json.pii.about(
      "Values at Twilio's gateway for SIP and trunking: `interval` and `cumulative`; null for other edges.",
    ),
    sdkEdge: t.json.pii.about(
      'Values of the Voice SDK on the device, with `jitter`, `mos` and `rtt`; null for other edges.',
    ),
    clientEdge: t.json.pii.about(
      "Values at Twilio's gateway for Voice SDK calls: `interval` and `cumulative`; null for other edges.",
    ),
  },
  filters: { edge: t.equal, direction: t.equal },
});
