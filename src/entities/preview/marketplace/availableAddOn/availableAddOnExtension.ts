/** Extensions of an available add-on. */
import { entity, t } from '../../../../model/index.ts';
import { PreviewAvailableAddOn } from '../availableAddOn.ts';

export const PreviewAvailableAddOnExtension = entity('PreviewAvailableAddOnExtension', {
  in: PreviewAvailableAddOn,
  at: 'extensions',
  sid: 'XF',
  plural: 'availableAddOnExtensions',
  inside: ['extension', 'extensions'],
  about: 'A product with which an available add-on can work (preview).',
  fields: {
    sid: t.sid,
    availableAddOnSid: t.ref('PreviewAvailableAddOn'),
    friendlyName: t.string,
    productName: t.string.about('Product at which the add-on runs, such as Programmable Voice.'),
    uniqueName: t.string.about('Name of the point at which the add-on runs, such as `voice-incoming`.'),
    url: t.omit,
  },
  filters: {},
  fetch: true,
});
