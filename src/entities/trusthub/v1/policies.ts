/** Policies. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrusthubPolicy = entity('TrusthubPolicy', {
  in: trusthub,
  at: 'policies',
  sid: 'RN',
  about: 'What a profile or trust product has to contain.',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    requirements: t.json.about('End-users, documents and profiles that are demanded, as JSON.'),
    url: t.omit,
  },
  relations: {
    customerProfiles: t.many('CustomerProfile', { policySid: 'sid' }, 'Customer profiles under the policy.'),
    trustProducts: t.many('TrustProduct', { policySid: 'sid' }, 'Trust products under the policy.'),
  },
  batch: 'whole',
  filters: {},
  fetch: true,
});
