/** Available add ons. */
import { entity, t } from '../../../model/index.ts';
import { previewMarketplace } from './product.ts';

export const PreviewAvailableAddOn = entity('PreviewAvailableAddOn', {
  in: previewMarketplace,
  at: 'availableAddOns',
  sid: 'XB',
  about: 'Add-on that can be installed (preview).',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    description: t.string,
    pricingType: t.string,
    configurationSchema: t.json,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  fetch: true,
});
