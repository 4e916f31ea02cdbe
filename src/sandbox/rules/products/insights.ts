/** Voice Insights: what is measured of a call follows from the call, so that each call has it as soon as it has ended. */
import { callOf, isOver } from '../../lifecycle.ts';
import type { Rule, Scene } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';

const callIn = ({ world, user, parents: [sid = ''] }: Scene): Row | undefined => callOf(world, user, sid);

export const InsightsCall: Rule = {
  rows: ({ world, user }) => world.store.list('Call', [user]).map(({ key }) => ({ sid: key })),
};

const STATES: Readonly<Record<string, string>> = {
  ...{ queued: 'undialed', ringing: 'ringing', 'in-progress': 'answered', completed: 'completed', busy: 'busy' },
  ...{ 'no-answer': 'noanswer', failed: 'fail', canceled: 'canceled' },
};
const HEARD: Readonly<Record<string, string>> = { human: 'human', machine_start: 'machine_start' };
const carrierOf = (number: unknown): Values => ({
  ...{ callee: number, country_code: String(number).startsWith('+44') ? 'GB' : 'US', carrier: 'Sandbox' },
  ...{ connection: 'landline', city: null },
});
const EDGE = { metrics: { inbound: { codec: 'pcmu', packets_received: 1500, packets_lost: 2 } }, properties: {} };

const summaryOf = (call: Row): Values => {
  const { values, key: callSid } = call;
  const isClient = [values.from, values.to].some((end) => String(end).startsWith('client:'));
  const isSip = [values.from, values.to].some((end) => String(end).startsWith('sip:'));
  return {
    ...{ accountSid: call.parents[0], callSid, callType: isClient ? 'client' : isSip ? 'sip' : 'carrier' },
    ...{
      callState: STATES[String(values.status)] ?? 'completed',
      answeredBy: HEARD[String(values.answeredBy)] ?? 'unknown',
    },
    ...{ processingState: isOver(call) ? 'complete' : 'partial', createdTime: values.dateCreated },
    ...{ startTime: values.startTime, endTime: values.endTime, duration: values.duration ?? 0 },
    ...{ connectDuration: values.duration ?? 0, from: carrierOf(values.from), to: carrierOf(values.to) },
    ...{ carrierEdge: EDGE, tags: [], attributes: {}, properties: { direction: values.direction }, trust: {} },
  };
};

export const InsightsCallSummary: Rule = {
  rows(scene) {
    const call = callIn(scene);
    return call ? [summaryOf(call)] : [];
  },
};
export const InsightsCallSummaryRow: Rule = {
  rows: ({ world, user }) => world.store.list('Call', [user]).filter(isOver).map(summaryOf),
};

/** A moment of a call, as Insights writes it. */
const at = (moment: unknown, call: Row, edge = 'carrier_edge'): Values => ({
  ...{ timestamp: moment instanceof Date ? moment.toISOString() : null, callSid: call.key },
  ...{ accountSid: call.parents[0], edge },
});

export const InsightsCallEvent: Rule = {
  rows(scene) {
    const call = callIn(scene);
    if (!call) return [];
    const { dateCreated, startTime, endTime, status } = call.values;
    const steps = [
      ['initiated', dateCreated],
      ['ringing', startTime && dateCreated],
      ['answered', STATES[String(status)] === 'completed' || status === 'in-progress' ? startTime : undefined],
      [STATES[String(status)], isOver(call) ? endTime : undefined],
    ] as const;
    return steps
      .filter(([, moment]) => moment instanceof Date)
      .map(([name, moment]) => ({ ...at(moment, call), group: 'call', level: 'INFO', name, carrierEdge: {} }));
  },
};

const SAMPLES_EACH = 10;
const MAX_SAMPLES = 60;
const METRICS = { codec: 'pcmu', packets_received: 500, packets_lost: 1, jitter: { avg: 3.4, max: 9 } };
export const InsightsCallMetric: Rule = {
  rows(scene) {
    const call = callIn(scene);
    const { startTime, duration } = call?.values ?? {};
    if (!call || !(startTime instanceof Date)) return [];
    const count = Math.min(MAX_SAMPLES, Math.ceil(Number(duration ?? 0) / SAMPLES_EACH));
    return Array.from({ length: count }, (_, i) => ({
      ...at(new Date(startTime.getTime() + i * SAMPLES_EACH * 1000), call),
      ...{ direction: 'both', carrierEdge: { metrics: METRICS } },
    }));
  },
};

/** What somebody wrote about a call. */
export const InsightsCallAnnotation: Rule = {
  update: (_, { qualityIssues }) =>
    qualityIssues === undefined ? {} : { qualityIssues: String(qualityIssues).split(',').filter(Boolean) },
  shows: ({ values, parents: [callSid] }) => ({
    ...{ callSid, answeredBy: values.answeredBy ?? 'unknown_answered_by', qualityIssues: values.qualityIssues ?? [] },
    connectivityIssue: values.connectivityIssue ?? 'unknown_connectivity_issue',
  }),
};
