/** Messages of your own to the app at the other end of a call. */
import { entity, t } from '../../../../../model/index.ts';
import { Call } from '../call.ts';

export const UserDefinedMessage = entity('UserDefinedMessage', {
  in: Call,
  at: 'userDefinedMessages',
  sid: 'KX',
  about: 'A message that your server sends to an app with the Voice SDK during its call. Create one to send it.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    callSid: t.ref('Call').about('The call whose app gets the message.'),
    dateCreated: t.dateTime,
  },
  create: {
    content: t.json.pii.required.about('The message: any JSON that the app understands.'),
    idempotencyKey: t.string,
  },
});
