/** Extensions of an available add on. */
import { entity, t } from '../../../../model/index.ts';
import { AvailableAddOn } from '../availableAddOn.ts';

export const AvailableAddOnExtension = entity('AvailableAddOnExtension', {
  in: AvailableAddOn,
  at: 'extensions',
  sid: 'XF',
  plural: 'availableAddOnExtensions',
  inside: ['extension', 'extensions'],
  about: 'A product with which an available add-on can work, such as incoming messages.',
  fields: {
    sid: t.sid,
    availableAddOnSid: t.ref('AvailableAddOn'),
    friendlyName: t.string,
    productName: t.string,
    uniqueName: t.string,
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
