/** Available add-ons. */
import { entity, t } from '../../../model/index.ts';
import { marketplace } from './product.ts';

export const AvailableAddOn = entity('AvailableAddOn', {
  in: marketplace,
  at: 'availableAddOns',
  sid: 'XB',
  about: "An add-on in Twilio's Marketplace that can be installed.",
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
