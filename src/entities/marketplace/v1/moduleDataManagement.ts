/** Modules. */
import { entity, t } from '../../../model/index.ts';
import { marketplace } from './product.ts';

export const MarketplaceModule = entity('MarketplaceModule', {
  in: marketplace,
  at: 'moduleDataManagement',
  sid: 'XB',
  about: 'One Marketplace listing that its publisher can edit.',
  fields: {
    url: t.omit,
    sid: t.ref('AvailableAddOn'),
    description: t.json,
    support: t.json,
    policies: t.json,
    moduleInfo: t.json,
    documentation: t.json,
    configuration: t.json,
    pricing: t.json,
    listings: t.json.list,
  },
  update: {
    moduleInfo: t.string,
    description: t.string,
    documentation: t.string,
    policies: t.string,
    support: t.string,
    configuration: t.string,
    pricing: t.string,
  },
  fetch: true,
  admin: ['update'],
});
