/** Short-lived credentials for Twilio's STUN and TURN servers. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Token = entity('Token', {
  in: Account,
  at: 'tokens',
  about: "Twilio's STUN and TURN servers with temporary credentials for a WebRTC client.",
  fields: {
    accountSid: t.ref('Account').always,
    username: t.string.pii.about('User name for the TURN servers.'),
    password: t.shownOnce.about('Password for the TURN servers. Returned only by `tokenCreate`.'),
    iceServers: t.json.pii.list.about('The servers, as an RTCPeerConnection takes them, including the credentials.'),
    ttl: t.int.about('Seconds for which the token is valid after its creation.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
  },
  create: { ttl: t.int.about('Seconds for which the token is valid. Default: 86400, one day.') },
});
