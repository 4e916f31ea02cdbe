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
    target: t.string.pii,
    priority: t.int,
    weight: t.int,
    enabled: t.boolean,
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
