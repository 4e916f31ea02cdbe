/** Marketplace module data. */
import { entity, t } from '../../../model/index.ts';
import { marketplace } from './product.ts';

export const MarketplaceModuleData = entity('MarketplaceModuleData', {
  in: marketplace,
  at: 'moduleData',
  about: 'The listings that a publisher has in the Marketplace.',
  fields: {
    url: t.omit,
    sid: t.ref('AvailableAddOn'),
    description: t.json,
    support: t.json.about('How customers get support, as JSON.'),
    policies: t.json.about('Policies on privacy and law, as JSON.'),
    moduleInfo: t.json.about('Name, categories and other facts of the listing, as JSON.'),
    documentation: t.json.about('Instructions for customers, as JSON.'),
    configuration: t.json.about('What the customer sets when installing, as JSON.'),
    pricing: t.json.about('Prices, as JSON.'),
    listings: t.json.list,
  },
  create: { moduleInfo: t.string, configuration: t.string },
  fetch: true,
  admin: ['create'],
});
