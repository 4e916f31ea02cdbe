/** The way back: messages of your own from the app at the other end of a call. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

export const UserDefinedMessageSubscription = entity('UserDefinedMessageSubscription', {
  in: Call,
  at: 'userDefinedMessageSubscriptions',
  sid: 'ZY',
  about:
    'A webhook that gets the messages which an app with the Voice SDK sends during its call. ' +
    'Create one to listen, delete it to listen no longer.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    callSid: t.ref('Call').about('The call whose app is listened to.'),
    dateCreated: t.dateTime,
    uri: t.omit,
  },
  create: {
    callback: t.url.required.about('Where Twilio delivers the messages.'),
    method: t.httpMethod.about('How `callback` is requested; POST by default.'),
    idempotencyKey: t.string,
  },
  remove: true,
});
