/** Extensions of an installed add-on. */
import { entity, t } from '../../../../model/index.ts';
import { PreviewInstalledAddOn } from '../installedAddOn.ts';

export const PreviewInstalledAddOnExtension = entity('PreviewInstalledAddOnExtension', {
  in: PreviewInstalledAddOn,
  at: 'extensions',
  sid: 'XF',
  plural: 'installedAddOnExtensions',
  inside: ['extension', 'extensions'],
  about: 'A product with which an installed add-on works (preview).',
  fields: {
    sid: t.sid,
    installedAddOnSid: t.ref('PreviewInstalledAddOn'),
    friendlyName: t.string,
    productName: t.string.about('Product at which the add-on runs, such as Programmable Voice.'),
    uniqueName: t.string.about('Name of the point at which the add-on runs, such as `voice-incoming`.'),
    enabled: t.boolean.about('Whether the add-on runs at this point. Each run costs money.'),
    url: t.omit,
  },
  filters: {},
  update: { enabled: t.boolean.required },
  fetch: true,
});
