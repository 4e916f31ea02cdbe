/** Messages to a Voice SDK app during its call. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

export const UserDefinedMessage = entity('UserDefinedMessage', {
  in: Call,
  at: 'userDefinedMessages',
  sid: 'KX',
  about: 'A message to a Voice SDK app during its call. Create one to send it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    callSid: t.ref('Call').about('The call of the app that receives the message.'),
    dateCreated: t.dateTime.always,
  },
  create: {
    content: t.json.pii.required.about('The message: any JSON value.'),
    idempotencyKey: t.string,
  },
});
