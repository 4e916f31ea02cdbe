/** Trunks. */
import { entity, t } from '../../../model/index.ts';
import { trunking } from './product.ts';

const settings = {
  friendlyName: t.string,
  domainName: t.string,
  disasterRecoveryUrl: t.url.pii,
  disasterRecoveryMethod: t.httpMethod,
  transferMode: t.enum('disable-all', 'enable-all', 'sip-only'),
  secure: t.boolean,
  cnamLookupEnabled: t.boolean,
  transferCallerId: t.enum('from-transferee', 'from-transferor'),
};

export const SipTrunk = entity('SipTrunk', {
  in: trunking,
  at: 'trunks',
  sid: 'TK',
  one: 'trunk',
  about: 'A SIP trunk between your phone system and Twilio.',
  fields: {
    accountSid: t.ref('Account'),
    domainName: t.string.about('Host to which your phone system sends calls. It ends with .pstn.twilio.com.'),
    disasterRecoveryMethod: t.httpMethod.about('HTTP method of `disasterRecoveryUrl`.'),
    disasterRecoveryUrl: t.url.pii.about(
      'URL that returns the TwiML for incoming calls while your phone system cannot be reached.',
    ),
    friendlyName: t.string,
    secure: t.boolean.about('Whether calls are encrypted: TLS for signaling, SRTP for media.'),
    recording: t.json.about(
      "Whether calls are recorded, as JSON: `mode` and `trim`. Change it by the trunk's recording settings.",
    ),
    transferMode: t
      .enum('disable-all', 'enable-all', 'sip-only')
      .about('Whether your phone system may transfer calls: not at all, to any target, or to SIP addresses alone.'),
    transferCallerId: t
      .enum('from-transferee', 'from-transferor')
      .about(
        'Caller ID of a transferred call: that of the other party (transferee) or of the one who transfers (transferor).',
      ),
    cnamLookupEnabled: t.boolean.about(
      "Whether Twilio looks up the caller's name for calls from the United States and Canada. Each costs extra.",
    ),
    authType: t.string.about(
      'How your phone system proves itself: `IP_ACL`, `CREDENTIAL_LIST`, both separated by a comma, or empty.',
    ),
    symmetricRtpEnabled: t.boolean.about(
      'Whether Twilio sends media to where your media come from, instead of the address that SDP names. It helps behind NAT.',
    ),
    authTypeSet: t.string.list.about('The kinds of `authType` as a list: `CREDENTIAL_LIST`, `IP_ACL` or both.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.sid,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    auditEvents: t.many(
      'MonitorEvent',
      { resourceSid: 'sid' },
      'Changes to it, by whom and when, as Monitor recorded them.',
    ),
    route: t.row('RoutesTrunk', ['domainName'], 'The region that handles the trunk.'),
  },
  batch: 'whole',
  filters: {},
  create: { ...settings },
  update: { ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
