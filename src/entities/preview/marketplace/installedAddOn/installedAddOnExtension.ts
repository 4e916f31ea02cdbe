/** Extensions of an installed add on. */
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
    productName: t.string,
    uniqueName: t.string,
    enabled: t.boolean,
    url: t.omit,
  },
  filters: {},
  update: { enabled: t.boolean.required },
  fetch: true,
});
