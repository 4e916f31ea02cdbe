/** Origination URLs of a trunk. */
import { entity, t } from '../../../../model/index.ts';
import { SipTrunk } from '../trunk.ts';

export const SipTrunkOriginationUrl = entity('SipTrunkOriginationUrl', {
  in: SipTrunk,
  at: 'originationUrls',
  sid: 'OU',
  about: 'Where incoming calls are sent in your network, with weight and priority.',
  fields: {
    accountSid: t.ref('Account'),
    sid: t.sid,
    trunkSid: t.ref('SipTrunk'),
    weight: t.int.about('Share of the calls among URLs of the same priority, from 1 to 65535. Default: 10.'),
    enabled: t.boolean.about('Whether calls are sent there. Default: true.'),
    sipUrl: t.string.pii.about('SIP address of your phone system: `sip:` with a host or an IP address, not `sips:`.'),
    friendlyName: t.string,
    priority: t.int.about('From 0 to 65535. The lowest number is tried first. Default: 10.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: {
    weight: t.int.required,
    priority: t.int.required,
    enabled: t.boolean.required,
    friendlyName: t.string.required,
    sipUrl: t.string.pii.required,
  },
  update: { weight: t.int, priority: t.int, enabled: t.boolean, friendlyName: t.string, sipUrl: t.string.pii },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
