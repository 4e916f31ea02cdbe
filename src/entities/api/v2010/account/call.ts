/** Phone calls: the record of each, and the way to place, steer and end one. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { dialing } from './dialing.ts';
import { ownNumbers } from './ownNumbers.ts';

const instructions = {
  url: t.url.about('Where Twilio asks for TwiML, which says what to do with the call.'),
  method: t.httpMethod.about('How `url` is requested; POST by default.'),
  fallbackUrl: t.url.about('Where Twilio asks for TwiML when `url` fails or answers something that cannot be run.'),
  fallbackMethod: t.httpMethod.about('How `fallbackUrl` is requested; POST by default.'),
  twiml: t.string.pii.about('What to do with the call, as TwiML itself instead of a `url` to fetch it from.'),
};

export const Call = entity('Call', {
  in: Account,
  at: 'calls',
  sid: 'CA',
  about:
    'One leg of a phone call, in or out. Create one to dial; update it to redirect or end it; ' +
    'delete it to take a finished call off the record.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    parentCallSid: t.ref('Call').about('The call that dialled this one by <Dial>; null for a call that stands alone.'),
    status: t
      .enum('queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled')
      .about('How far the call is, or how it ended.'),
    direction: t
      .enum('inbound', 'outbound-api', 'outbound-dial', 'trunking-originating', 'trunking-terminating')
      .about('Who started it: a caller, the API, a <Dial>, or a SIP trunk from or to the phone network.'),
    from: t.phone.about('Who called: a number in E.164 form, a SIP address, `client:name` or `sim:SID`.'),
    fromFormatted: t.phone.about('`from`, written for people.'),
    to: t.phone.about('Who was called: a number in E.164 form, a SIP address, `client:name` or `sim:SID`.'),
    toFormatted: t.phone.about('`to`, written for people.'),
    startTime: t.dateTime.about('When Twilio began to connect it; null before that.'),
    endTime: t.dateTime.about('When it was over; null while it lasts or if it never came about.'),
    duration: t.int.about('Length in seconds; null while it lasts and for calls that nobody took.'),
    price: t.decimal.about(
      'Cost of the connection, as a negative amount of `priceUnit`; null until Twilio has rated it.',
    ),
    priceUnit: t.string,
    answeredBy: t.string.about('Who picked up: human, machine_start, fax, unknown …; null without machine detection.'),
    callerName: t.string.pii.about("The caller's name, where the called number looks it up; otherwise null."),
    forwardedFrom: t.phone.about('The number that forwarded an incoming call, if its carrier tells; otherwise null.'),
    phoneNumberSid: t
      .refBy('direction', {
        inbound: 'IncomingPhoneNumber',
        'outbound-api': 'OutgoingCallerId',
        'outbound-dial': 'OutgoingCallerId',
      })
      .about('The number on our side: the one called if inbound, the caller ID shown if outbound.'),
    groupSid: t.sid.about('The group of calls that it belongs to; mostly null.'),
    trunkSid: t.sid.about('The SIP trunk (TK…) that carried it; null without one.'),
    queueTime: t.int.about('Milliseconds that it waited for its turn to be dialled.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  relations: {
    ...ownNumbers,
    childCalls: t.many('Call', { parentCallSid: 'sid' }, 'Calls that this one dialled by <Dial>.'),
    recordings: t.many('Recording', { callSid: 'sid' }, 'Recordings made of this call.', {
      since: { dateCreated: 'dateCreated' },
    }),
  },
  sortedBy: ['startTime', 'dateCreated'],
  batch: { window: 'startTime' },
  filters: {
    to: t.equal,
    from: t.equal,
    parentCallSid: t.equal,
    status: t.equal,
    startTime: t.range,
    endTime: t.range,
  },
  create: {
    to: t.phone.required.about('Whom to call: a number in E.164 form, a SIP address or `client:name`.'),
    from: t.phone.required.about('The caller ID: a Twilio number or verified caller ID of yours, or a client.'),
    ...instructions,
    applicationSid: t.sid.about('The application (AP…) that handles the call; its webhooks replace all others here.'),
    sendDigits: t.string.pii.about(
      'Keys to press once connected: up to 32 of `0-9 A-D * #`; `w` waits half a second, `W` a whole one.',
    ),
    ...dialing,
    recordingStatusCallbackEvent: t
      .enum('in-progress', 'completed', 'absent')
      .list.about('What is reported to `recordingStatusCallback`; only completed by default.'),
    asyncAmd: t.boolean.about('Whether the call goes on while Twilio still finds out who answered.'),
    asyncAmdStatusCallback: t.url.about('Where Twilio reports who answered, when `asyncAmd` is on.'),
    asyncAmdStatusCallbackMethod: t.httpMethod.about('How `asyncAmdStatusCallback` is requested; POST by default.'),
  },
  update: {
    status: t
      .enum('canceled', 'completed')
      .about('canceled ends the call only if nobody has answered yet, completed in any case.'),
    ...instructions,
    timeLimit: dialing.timeLimit,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
  },
  requireOneOf: [['url', 'twiml', 'applicationSid']],
  paid: ['create'],
  remove: true,
  fetch: true,
});
