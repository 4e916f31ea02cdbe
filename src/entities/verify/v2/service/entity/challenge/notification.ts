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
    entitySid: t.sid.about('SID (YE…) of the entity. Fetch it by its `identity`.'),
    identity: t.string.pii.about('The user, as your application calls them.'),
    challengeSid: t.ref('VerifyChallenge'),
    priority: t.string.about('Always `high`: sent at once, and wakes a sleeping device.'),
    ttl: t.int.about('Seconds during which delivery is attempted, from 0 to 300. Default: 300.'),
    dateCreated: t.dateTime,
  },
  create: { ttl: t.int },
  paid: ['create'],
});
