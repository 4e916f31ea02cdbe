/** Phone calls. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { dialing } from './dialing.ts';
import { ownNumbers } from './ownNumbers.ts';

const instructions = {
  url: t.url.about('URL that returns the TwiML with which Twilio handles the call.'),
  method: t.httpMethod.about('HTTP method of `url`. Default: POST.'),
  fallbackUrl: t.url.about('URL that returns TwiML if `url` fails or returns invalid TwiML.'),
  fallbackMethod: t.httpMethod.about('HTTP method of `fallbackUrl`. Default: POST.'),
  twiml: t.string.pii.about('TwiML with which Twilio handles the call, instead of `url`.'),
};

export const Call = entity('Call', {
  in: Account,
  at: 'calls',
  sid: 'CA',
  about:
    'One leg of a phone call, inbound or outbound. Create one to call a number, update it to redirect or end it, ' +
    'delete it to remove the record of a finished call.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    parentCallSid: t.ref('Call').about('The call that created this one with <Dial>; null for a call without a parent.'),
    status: t
      .enum('queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled')
      .always.about('Current state of the call, or how it ended.'),
    direction: t
      .enum('inbound', 'outbound-api', 'outbound-dial', 'trunking-originating', 'trunking-terminating')
      .always.about(
        'Whether the call is inbound, was created by the API or a <Dial>, or comes from or goes to a SIP trunk.',
      ),
    from: t.phone.about('The caller: a number in E.164 format, a SIP address, `client:name` or `sim:SID`.'),
    fromFormatted: t.string.pii.about('`from`, formatted for display.'),
    to: t.phone.about('The called party: a number in E.164 format, a SIP address, `client:name` or `sim:SID`.'),
    toFormatted: t.string.pii.about('`to`, formatted for display.'),
    startTime: t.dateTime.about('When the call was connected; null before that.'),
    endTime: t.dateTime.about('When the call ended; null while it is in progress or if it was never connected.'),
    duration: t.int.about('Length in seconds; null while the call is in progress and if nobody answered.'),
    price: t.decimal.about('Cost of the call, as a negative amount in `priceUnit`; null until Twilio has priced it.'),
    priceUnit: t.string,
    answeredBy: t.string.about(
      'What answered, such as `human`, `machine_start`, `fax` or `unknown`; null without machine detection.',
    ),
    callerName: t.string.pii.about('Name of the caller, if the called number has caller ID lookup; otherwise null.'),
    forwardedFrom: t.phone.about(
      'The number that forwarded an inbound call, if its carrier reports it; otherwise null.',
    ),
    phoneNumberSid: t
      .refBy('direction', {
        inbound: 'IncomingPhoneNumber',
        'outbound-api': 'OutgoingCallerId',
        'outbound-dial': 'OutgoingCallerId',
      })
      .about("SID of the account's own number: the called number if inbound, the caller ID if outbound."),
    groupSid: t.sid.about('SID of the group of calls; usually null.'),
    trunkSid: t.ref('SipTrunk').about('The SIP trunk (TK…) of the call; null if there is none.'),
    queueTime: t.int.about('Milliseconds for which the call was queued before it was placed.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  relations: {
    conversation: t.one(
      'ConversationsV2Conversation',
      { channelId: 'sid' },
      'The conversation (v2) that the call is part of; null if there is none.',
    ),
    insightsEvents: t.below(
      'InsightsCallEvent',
      ['sid'],
      'What Voice Insights saw happen during the call. `events` are the requests to your webhooks.',
    ),
    metrics: t.below(
      'InsightsCallMetric',
      ['sid'],
      'Quality of the audio during the call, as Voice Insights sampled it.',
    ),
    annotation: t.row(
      'InsightsCallAnnotation',
      ['sid'],
      'Your own judgement of the call; null if the account does not have Voice Insights Advanced Features.',
    ),
    summary: t.row(
      'InsightsCallSummary',
      ['sid'],
      'What Voice Insights measured of the call; null until it has been processed.',
    ),
    alerts: t.many(
      'MonitorAlert',
      { resourceSid: 'sid' },
      'Errors and warnings about the call, up to an hour after its end. Twilio filters alerts by time only, so all alerts of that time are read.',
      { since: { dateGenerated: 'dateCreated' }, until: 'endTime' },
    ),
    studioExecutions: t.many(
      'Execution',
      { initiatedBy: 'sid' },
      'Runs through this Studio flow that the call started. All runs from the time of the call are read.',
      { since: { dateCreated: 'dateCreated' }, until: 'endTime', keys: 'arguments' },
    ),
    task: t.one(
      'TaskrouterTask',
      { evaluateTaskAttributes: { from: ['sid'], derive: (sid) => `call_sid == "${sid}"` } },
      'The task of the call in this workspace: the oldest whose attributes have it as `call_sid`, as Flex and <Enqueue> write it; null if there is none.',
      { keys: 'arguments' },
    ),
    ...ownNumbers,
    childCalls: t.many('Call', { parentCallSid: 'sid' }, 'Calls that this call created with <Dial>.'),
    recordings: t.many('Recording', { callSid: 'sid' }, 'Recordings of this call, newest first.', {
      since: { dateCreated: 'dateCreated' },
    }),
    intelligenceConversations: t.many(
      'IntelligenceConversation',
      { channelId: 'sid' },
      'Analyzed conversations that include the call.',
    ),
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
    to: t.phone.destination.required.about('Whom to call: a number in E.164 format, a SIP address or `client:name`.'),
    from: t.phone.required.about('The caller ID: one of your Twilio numbers, a verified caller ID or a client.'),
    ...instructions,
    applicationSid: t.sid.about(
      'The application (AP…) that handles the call. Its webhooks replace all other webhooks of this input.',
    ),
    sendDigits: t.string.pii.about(
      'Keys to press once connected: up to 32 of `0-9`, `A-D`, `*` and `#`. `w` waits half a second, `W` one second.',
    ),
    ...dialing,
    recordingStatusCallbackEvent: t
      .enum('in-progress', 'completed', 'absent')
      .list.about('Events reported to `recordingStatusCallback`. Default: `completed`.'),
    asyncAmd: t.boolean.about('Whether the call continues while Twilio detects who answered.'),
    asyncAmdStatusCallback: t.url.about('URL to which Twilio reports who answered, if `asyncAmd` is true.'),
    asyncAmdStatusCallbackMethod: t.httpMethod.about('HTTP method of `asyncAmdStatusCallback`. Default: POST.'),
  },
  update: {
    status: t
      .enum('canceled', 'completed')
      .about('`canceled` ends the call only if nobody has answered yet; `completed` ends it in any case.'),
    ...instructions,
    timeLimit: dialing.timeLimit,
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
  },
  requireOneOf: [['url', 'twiml', 'applicationSid']],
  identifiedBy: ['to', 'from'],
  paid: ['create'],
  remove: true,
  fetch: true,
});
