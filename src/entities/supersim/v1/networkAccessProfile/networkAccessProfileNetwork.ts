/** Networks of a network access profile. */
import { entity, t } from '../../../../model/index.ts';
import { SupersimNetworkAccessProfile } from '../networkAccessProfile.ts';

export const SupersimNetworkAccessProfileNetwork = entity('SupersimNetworkAccessProfileNetwork', {
  in: SupersimNetworkAccessProfile,
  at: 'networks',
  sid: 'HW',
  plural: 'networkAccessProfileNetworks',
  inside: ['network', 'networks'],
  about: 'A network allowed by a network access profile.',
  fields: {
    sid: t.ref('SupersimNetwork'),
    networkAccessProfileSid: t.ref('SupersimNetworkAccessProfile'),
    friendlyName: t.string,
    isoCountry: t.string,
    identifiers: t.json.list.about('Codes of the network: objects with `mcc` (country) and `mnc` (network).'),
    url: t.omit,
  },
  filters: {},
  create: { network: t.sid.required.about('SID (HW…) of the network to allow.') },
  remove: true,
  fetch: true,
  admin: ['create', 'remove'],
});
