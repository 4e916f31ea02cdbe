/** Targets of a connection policy. */
import { entity, t } from '../../../../model/index.ts';
import { ConnectionPolicy } from '../connectionPolicy.ts';

const settings = { friendlyName: t.string, priority: t.int, weight: t.int, enabled: t.boolean };

export const ConnectionPolicyTarget = entity('ConnectionPolicyTarget', {
  in: ConnectionPolicy,
  at: 'targets',
  sid: 'NE',
  one: 'target',
  about: 'One SIP address of a connection policy, with weight and priority.',
  fields: {
    accountSid: t.ref('Account'),
    connectionPolicySid: t.ref('ConnectionPolicy'),
    sid: t.sid,
    friendlyName: t.string,
    target: t.string.pii.about(
      "SIP address of your carrier's gateway: `sip:` with a host or an IP address, not `sips:`.",
    ),
    priority: t.int.about('From 0 to 65535. The lowest number is tried first. Default: 10.'),
    weight: t.int.about('Share of the calls among targets of the same priority, from 1 to 65535. Default: 10.'),
    enabled: t.boolean.about('Whether calls are sent there. Default: true.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: {},
  create: { target: t.string.pii.required, ...settings },
  update: { target: t.string.pii, ...settings },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
