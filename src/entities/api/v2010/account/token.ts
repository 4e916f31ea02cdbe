/** Short-lived credentials for Twilio's relays, so that a browser gets its audio and video through a firewall. */
import { entity, t } from '../../../../model/index.ts';
import { Account } from '../account.ts';

export const Token = entity('Token', {
  in: Account,
  at: 'tokens',
  about: 'Addresses of the STUN and TURN servers of Twilio, and what opens them to a WebRTC client for some hours.',
  fields: {
    accountSid: t.ref('Account'),
    username: t.string.pii.about('User name for the TURN servers.'),
    password: t.shownOnce.about('Password for the TURN servers. Hand it to the client: it cannot be asked for again.'),
    iceServers: t.json.pii.list.about(
      'The servers in the form in which an RTCPeerConnection takes them, user name and password included.',
    ),
    ttl: t.int.about('Seconds from its creation for which it is good.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  create: { ttl: t.int.about('Seconds for which it shall be good; 86400, a day, by default.') },
});
