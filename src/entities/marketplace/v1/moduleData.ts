/** Marketplace module data. */
import { entity, t } from '../../../model/index.ts';
import { marketplace } from './product.ts';

export const MarketplaceModuleData = entity('MarketplaceModuleData', {
  in: marketplace,
  at: 'moduleData',
  about: 'The listings a publisher has in the Marketplace.',
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
  create: { moduleInfo: t.string, configuration: t.string },
  fetch: true,
  admin: ['create'],
});
