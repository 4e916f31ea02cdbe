/** Messages: the record of each, and the way to send one. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';
import { ownNumbers } from './ownNumbers.ts';

export const Message = entity('Message', {
  in: Account,
  at: 'messages',
  sid: ['SM', 'MM'],
  about:
    'A message in or out: SMS, MMS, WhatsApp or another channel. Create one to send it, now or later; ' +
    'update it to blank its text or to cancel it before it goes out.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
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
      .about('How far the message is. Only some channels tell of delivered and read.'),
    direction: t
      .enum('inbound', 'outbound-api', 'outbound-call', 'outbound-reply')
      .about('Received, or sent: by the API, during a call, or in reply to another message.'),
    from: t.phone.about(
      'The sender: a number in E.164 form, short code, name, or channel address such as `whatsapp:+1…`.',
    ),
    to: t.phone.about('The recipient: a number in E.164 form or channel address such as `whatsapp:+1…`.'),
    body: t.string.pii.about('The text; empty once blanked.'),
    numMedia: t.int.about('How many files came with it.'),
    numSegments: t.int.about(
      'How many segments it was split into, each charged by itself; 0 until a sender is chosen.',
    ),
    messagingServiceSid: t.sid.about('The messaging service (MG…) that sent it; null without one.'),
    errorCode: t.int.about("Twilio's code for what went wrong; null if nothing did."),
    errorMessage: t.string.about('What went wrong, for people; worded anew at times, so rely on `errorCode`.'),
    price: t.decimal.about('What it cost, as a negative amount of `priceUnit`; null until Twilio has rated it.'),
    priceUnit: t.string,
    dateSent: t.dateTime.about('When Twilio sent it on: to the recipient, or an incoming one to your webhook.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  relations: ownNumbers,
  sortedBy: ['dateSent', 'dateCreated'],
  batch: { window: 'dateSent' },
  filters: { to: t.equal, from: t.equal, dateSent: t.range },
  create: {
    to: t.phone.required,
    from: t.phone.about('The sender, yours: a number, short code, name, or channel address such as `whatsapp:+1…`.'),
    messagingServiceSid: t.sid.about(
      'The messaging service (MG…) that chooses the sender, unless `from` is given too.',
    ),
    fallbackFrom: t.phone.about('Sender of the SMS that goes out where RCS does not arrive.'),
    body: t.string.pii.about('The text, up to 1600 characters; long texts are charged by the segment.'),
    mediaUrl: t.url.list.about('Where Twilio fetches the files to send along: pictures up to 5 MB arrive anywhere.'),
    contentSid: t.sid.about('The content template (HX…) to send instead of a text of its own.'),
    contentVariables: t.string.pii.about('Values for the template: a JSON object as text, such as `{"1":"Ada"}`.'),
    persistentAction: t.string.pii.list.about(
      'Actions of rich channels, such as a place on WhatsApp: `geo:37.8,-122.4|Home`.',
    ),

    scheduleType: t.enum('fixed').about('Says that `sendAt` is meant; needs a messaging service.'),
    sendAt: t.dateTime.about('When to send it.'),
    validityPeriod: t.int.about(
      'Seconds that it may wait to be sent before it is dropped: 1 to 36000; 36000 by default.',
    ),
    attempt: t.int.about('How many times it has been tried by now, this time included, over whatever provider.'),
    provideFeedback: t.boolean.about('Whether you will report by message feedback if it had its effect.'),
    statusCallback: t.url,
    applicationSid: t.sid.about(
      'The application (AP…) whose message callback is told; `statusCallback` goes before it.',
    ),

    sendAsMms: t.boolean.about('Sends one MMS, even without media.'),
    smartEncoded: t.boolean.about('Whether odd characters may be swapped for plain ones that need fewer segments.'),
    shortenUrls: t.boolean.about('Whether links in `body` are shortened; needs a messaging service set up for it.'),
    contentRetention: t.enum('retain', 'discard').about('Whether Twilio keeps the text after sending.'),
    addressRetention: t.enum('retain', 'obfuscate').about("Whether Twilio keeps the recipient's number after sending."),
    messageIntent: t.string.about('What it is for: otp, notifications, marketing, fraud, delivery …'),
    riskCheck: t.enum('enable', 'disable').about('Whether protection against SMS pumping may hold it back.'),
    trafficType: t.enum('free').about('Asks that it be carried without charge, where the account may.'),
    forceDelivery: t.boolean.about('Reserved by Twilio; leave it out.'),
    maxPrice: t.decimal.about('Once the most that it might cost.').deprecated('Without effect since June 2024.'),
  },
  update: {
    body: t.string.pii.about('Only the empty text is allowed: it blanks the message for good.'),
    status: t.enum('canceled').about('Cancels a message that is still scheduled.'),
  },
  requireOneOf: [
    ['from', 'messagingServiceSid'],
    ['body', 'mediaUrl', 'contentSid'],
  ],
  paid: ['create'],
  remove: true,
  fetch: true,
});
