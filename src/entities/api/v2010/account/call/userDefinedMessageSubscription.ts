/** Subscriptions to messages from a Voice SDK app during its call. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

export const UserDefinedMessageSubscription = entity('UserDefinedMessageSubscription', {
  in: Call,
  at: 'userDefinedMessageSubscriptions',
  sid: 'ZY',
  about:
    'A webhook for the messages that a Voice SDK app sends during its call. ' +
    'Create one to subscribe, delete it to unsubscribe.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    callSid: t.ref('Call').about('The call of the app that sends the messages.'),
    dateCreated: t.dateTime.always,
    uri: t.omit,
  },
  create: {
    callback: t.url.required.about('URL to which Twilio sends the messages.'),
    method: t.httpMethod.about('HTTP method of `callback`. Default: POST.'),
    idempotencyKey: t.string,
  },
  remove: true,
});
