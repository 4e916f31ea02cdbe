/** Notification of a challenge. */
import { entity, t } from '../../../../../../model/index.ts';
import { VerifyChallenge } from '../challenge.ts';

export const VerifyChallengeNotification = entity('VerifyChallengeNotification', {
  in: VerifyChallenge,
  at: 'notifications',
  one: 'notification',
  inside: ['notification', 'notifications'],
  about: "Sends a challenge's push notification again.",
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    serviceSid: t.ref('VerifyService'),
    entitySid: t.sid,
    identity: t.string.pii,
    challengeSid: t.ref('VerifyChallenge'),
    priority: t.string,
    ttl: t.int,
    dateCreated: t.dateTime,
  },
  create: { ttl: t.int },
  paid: ['create'],
});
