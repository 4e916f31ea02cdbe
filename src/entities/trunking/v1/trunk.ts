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
    domainName: t.string,
    disasterRecoveryMethod: t.httpMethod,
    disasterRecoveryUrl: t.url.pii,
    friendlyName: t.string,
    secure: t.boolean,
    recording: t.json,
    transferMode: t.enum('disable-all', 'enable-all', 'sip-only'),
    transferCallerId: t.enum('from-transferee', 'from-transferor'),
    cnamLookupEnabled: t.boolean,
    authType: t.string,
    symmetricRtpEnabled: t.boolean,
    authTypeSet: t.string.list,
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
