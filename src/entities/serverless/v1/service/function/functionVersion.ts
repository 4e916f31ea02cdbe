/** Versions of a function. */
import { entity, t } from '../../../../../model/index.ts';
import { ServerlessFunction } from '../function.ts';

export const ServerlessFunctionVersion = entity('ServerlessFunctionVersion', {
  in: ServerlessFunction,
  at: 'functionVersions',
  sid: 'ZN',
  about: 'One uploaded version of a Function.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('ServerlessService'),
    functionSid: t.ref('ServerlessFunction'),
    path: t.string.pii.about('Path of its URL, beginning with a slash, at most 255 characters.'),
    visibility: t
      .enum('public', 'private', 'protected')
      .about(
        'Who can call it: `PUBLIC` everyone, `PROTECTED` requests signed by Twilio, `PRIVATE` other Functions alone.',
      ),
    dateCreated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  fetch: true,
});
