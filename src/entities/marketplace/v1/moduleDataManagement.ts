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
    support: t.json.about('How customers get support, as JSON.'),
    policies: t.json.about('Policies on privacy and law, as JSON.'),
    moduleInfo: t.json.about('Name, categories and other facts of the listing, as JSON.'),
    documentation: t.json.about('Instructions for customers, as JSON.'),
    configuration: t.json.about('What the customer sets when installing, as JSON.'),
    pricing: t.json.about('Prices, as JSON.'),
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
