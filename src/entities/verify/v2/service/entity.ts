/** Entities of a service. */
import { entity, t } from '../../../../model/index.ts';
import { VerifyService } from '../service.ts';

export const VerifyEntity = entity('VerifyEntity', {
  in: VerifyService,
  at: 'entities',
  key: 'identity',
  about: 'A user with factors, known by an identity of yours.',
  fields: {
    sid: t.sid,
    identity: t.string.pii.about(
      'Your own unique ID of the user, 8 to 64 characters: no name, email address or number.',
    ),
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  create: { identity: t.string.pii.required },
  remove: true,
  fetch: true,
  admin: ['remove'],
});
