/** Available add-ons. */
import { entity, t } from '../../../model/index.ts';
import { previewMarketplace } from './product.ts';

export const PreviewAvailableAddOn = entity('PreviewAvailableAddOn', {
  in: previewMarketplace,
  at: 'availableAddOns',
  sid: 'XB',
  about: 'An add-on that can be installed (preview).',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    description: t.string,
    pricingType: t.string.about('How its use is charged, such as per request.'),
    configurationSchema: t.json.about('JSON Schema of the `configuration` to install it with.'),
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  fetch: true,
});
