/** Events of a call: the webhook requests that Twilio would have made, derived from the call. */
import { callOf } from '../lifecycle.ts';
import { ownedNumber } from '../phone.ts';
import type { Rule } from '../rule.ts';
import type { Row, Values } from '../store.ts';
import type { World } from '../world.ts';

/** The URL of the webhook that handled a call; none for a leg that TwiML dialled. */
const askedAt = (world: World, { parents: [account = ''], values }: Row): unknown => {
  if (values.direction === 'inbound') return ownedNumber(world, account, String(values.to))?.values.voiceUrl;
  return values.direction === 'outbound-api' ? (values.url ?? 'https://example.com/twiml') : undefined;
};

const event = ({ key, parents, values }: Row, url: unknown, status: string, moment: Date, body: string): Values => {
  const { from, to, direction } = values;
  const parameters = { CallSid: key, AccountSid: parents[0], From: from, To: to, CallStatus: status };
  return {
    request: { url, method: 'POST', parameters: { ...parameters, Direction: direction, ApiVersion: '2010-04-01' } },
    response: {
      response_code: 200,
      request_duration: 40 + (Number.parseInt(key.slice(-2), 16) || 0),
      content_type: 'text/xml',
      response_body: body,
      date_created: moment.toUTCString().replace('GMT', '+0000'),
    },
  };
};

export const CallEvent: Rule = {
  rows({ world, parents: [account = '', sid = ''] }) {
    const call = callOf(world, account, sid);
    const url = call && askedAt(world, call);
    if (!call || !url) return [];
    const { startTime, endTime, status, statusCallback } = call.values;
    const events: Values[] = [];
    if (startTime instanceof Date)
      events.unshift(event(call, url, 'ringing', startTime, '<Response><Say>Welcome.</Say></Response>'));
    if (endTime instanceof Date && statusCallback)
      events.unshift(event(call, statusCallback, String(status), endTime, ''));
    return events;
  },
};
