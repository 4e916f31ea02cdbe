/** Short-lived credentials for Twilio's STUN and TURN servers. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

const iceServer = t.sharedObject('IceServer', 'A STUN or TURN server, as an RTCPeerConnection takes it.', {
  urls: t.string.about('Address of the server, such as `stun:global.stun.twilio.com:3478`.'),
  username: t.string.pii.about('User name for a TURN server; null for a STUN server.'),
  credential: t.string.pii.about('Password for a TURN server; null for a STUN server.'),
});

export const Token = entity('Token', {
  in: Account,
  at: 'tokens',
  about: "Twilio's STUN and TURN servers with temporary credentials for a WebRTC client.",
  fields: {
    accountSid: t.ref('Account').always,
    username: t.string.pii.about('User name for the TURN servers.'),
    password: t.shownOnce.about('Password for the TURN servers. Returned only by `tokenCreate`.'),
    iceServers: iceServer.pii.list.about('The servers, as an RTCPeerConnection takes them, including the credentials.'),
    ttl: t.int.about('Seconds for which the token is valid after its creation.'),
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
  },
  admin: ['create'],
  create: { ttl: t.int.about('Seconds for which the token is valid. Default: 86400, one day.') },
});
