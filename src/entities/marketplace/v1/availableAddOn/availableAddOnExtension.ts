/** Extensions of an available add-on. */
import { entity, t } from '../../../../model/index.ts';
import { AvailableAddOn } from '../availableAddOn.ts';

export const AvailableAddOnExtension = entity('AvailableAddOnExtension', {
  in: AvailableAddOn,
  at: 'extensions',
  sid: 'XF',
  plural: 'availableAddOnExtensions',
  inside: ['extension', 'extensions'],
  about: 'A point of a product at which an add-on can run, such as incoming messages.',
  fields: {
    sid: t.sid,
    availableAddOnSid: t.ref('AvailableAddOn'),
    friendlyName: t.string,
    productName: t.string.about('Product at which the add-on runs, such as Programmable Voice.'),
    uniqueName: t.string.about('Name of the point at which the add-on runs, such as `voice-incoming`.'),
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
