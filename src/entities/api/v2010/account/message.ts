/** Messages. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { ownNumbers } from './ownNumbers.ts';

export const Message = entity('Message', {
  in: Account,
  at: 'messages',
  sid: ['SM', 'MM'],
  about:
    'An inbound or outbound message: SMS, MMS, WhatsApp or another channel. Create one to send or schedule it; ' +
    'update it to redact its body or to cancel it while it is scheduled.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    status: t
      .enum(
        'queued',
        'sending',
        'sent',
        'failed',
        'delivered',
        'undelivered',
        'receiving',
        'received',
        'accepted',
        'scheduled',
        'read',
        'partially_delivered',
        'canceled',
      )
      .always.about('State of the message. Only some channels report `delivered` and `read`.'),
    direction: t
      .enum('inbound', 'outbound-api', 'outbound-call', 'outbound-reply')
      .always.about('Whether the message was received, or sent by the API, during a call or as a reply.'),
    from: t.phone.about(
      'The sender: a number in E.164 format, short code, alphanumeric sender ID or channel address such as `whatsapp:+1…`.',
    ),
    to: t.phone.about('The recipient: a number in E.164 format or a channel address such as `whatsapp:+1…`.'),
    body: t.string.pii.about('Text of the message; empty after redaction.'),
    numMedia: t.int.about('Number of media files.'),
    numSegments: t.int.about('Number of segments. Each is charged. 0 until a sender is chosen.'),
    messagingServiceSid: t
      .ref('MessagingService')
      .about('The messaging service (MG…) that sent it; null if there is none.'),
    errorCode: t.int.about('Twilio error code; null if there is no error.'),
    errorMessage: t.string.about('Description of `errorCode`. The text can change; rely on the code.'),
    price: t.decimal.about('Price as a negative amount in `priceUnit`; null until Twilio has priced it.'),
    priceUnit: t.string,
    dateSent: t.dateTime.about(
      'When Twilio sent an outbound message or passed an inbound message to your webhook; null before that.',
    ),
    apiVersion: t.string,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  relations: {
    ...ownNumbers,
    alerts: t.many(
      'MonitorAlert',
      { resourceSid: 'sid' },
      'Errors and warnings about the message, up to an hour after its last update. Twilio filters alerts by time only, so all alerts of that time are read.',
      { since: { dateGenerated: 'dateCreated' }, until: 'dateUpdated' },
    ),
    studioExecutions: t.many(
      'Execution',
      { initiatedBy: 'sid' },
      'Runs through this Studio flow that the message started. All runs from the time of the message are read.',
      { since: { dateCreated: 'dateCreated' }, until: 'dateUpdated', keys: 'arguments' },
    ),
    conversation: t.one(
      'ConversationsV2Conversation',
      { channelId: 'sid' },
      'The conversation (v2) that the message is part of; null if there is none.',
    ),
  },
  sortedBy: ['dateSent', 'dateCreated'],
  batch: { window: 'dateSent' },
  filters: { to: t.equal, from: t.equal, dateSent: t.range },
  create: {
    to: t.phone.destination.required,
    from: t.phone.about(
      'Your sender: a number, short code, alphanumeric sender ID or channel address such as `whatsapp:+1…`.',
    ),
    messagingServiceSid: t.sid.about('The messaging service (MG…) that chooses the sender if `from` is not given.'),
    fallbackFrom: t.phone.about('Sender of the SMS that is sent if RCS delivery fails.'),
    body: t.string.pii.about('Text of up to 1600 characters. Each segment is charged.'),
    mediaUrl: t.url.list.about('URLs of the media files to send. Images of up to 5 MB are supported everywhere.'),
    contentSid: t.sid.about('The content template (HX…) to send instead of `body`.'),
    contentVariables: t.string.pii.about('Variables of the template: a JSON object as text, such as `{"1":"Ada"}`.'),
    persistentAction: t.string.pii.list.about(
      'Actions of rich channels, such as a WhatsApp location: `geo:37.8,-122.4|Home`.',
    ),

    scheduleType: t.enum('fixed').about('Schedules the message for `sendAt`; requires `messagingServiceSid`.'),
    sendAt: t.dateTime.about('When to send it.'),
    validityPeriod: t.int.about(
      'Seconds for which the message can be queued before it fails, from 1 to 36000. Default: 36000.',
    ),
    attempt: t.int.about('Number of attempts to send this message, including this one, over all providers.'),
    provideFeedback: t.boolean.about('Whether you will report the outcome with `messageFeedbackCreate`.'),
    statusCallback: t.url,
    applicationSid: t.sid.about(
      'The application (AP…) whose message status callback is used. `statusCallback` takes precedence.',
    ),

    sendAsMms: t.boolean.about('Whether to send the message as one MMS, even without media.'),
    smartEncoded: t.boolean.about('Whether Twilio replaces Unicode characters to reduce the number of segments.'),
    shortenUrls: t.boolean.about(
      'Whether links in `body` are shortened; requires a messaging service with link shortening.',
    ),
    contentRetention: t.enum('retain', 'discard').about('Whether Twilio stores the body after sending.'),
    addressRetention: t
      .enum('retain', 'obfuscate')
      .about("Whether Twilio stores the recipient's number after sending."),
    messageIntent: t.string.about(
      'Purpose of the message, such as `otp`, `notifications`, `marketing`, `fraud` or `delivery`.',
    ),
    riskCheck: t.enum('enable', 'disable').about('Whether SMS pumping protection can block the message.'),
    trafficType: t.enum('free').about('Sends the message free of charge, if the account is allowed to.'),
    forceDelivery: t.boolean.about('Reserved.'),
    maxPrice: t.decimal.about('Maximum price.').deprecated('It has had no effect since June 2024.'),
  },
  update: {
    body: t.string.pii.only('').about('An empty text, which permanently redacts the body. Other values are refused.'),
    status: t.enum('canceled').about('Cancels a scheduled message.'),
  },
  requireOneOf: [
    ['from', 'messagingServiceSid'],
    ['body', 'mediaUrl', 'contentSid'],
  ],
  identifiedBy: ['to', 'body'],
  paid: ['create'],
  remove: true,
  fetch: true,
});
