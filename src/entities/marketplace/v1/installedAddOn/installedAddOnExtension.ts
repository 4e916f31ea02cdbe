/** Extensions of an installed add-on. */
import { entity, t } from '../../../../model/index.ts';
import { InstalledAddOn } from '../installedAddOn.ts';

export const InstalledAddOnExtension = entity('InstalledAddOnExtension', {
  in: InstalledAddOn,
  at: 'extensions',
  sid: 'XF',
  plural: 'installedAddOnExtensions',
  inside: ['extension', 'extensions'],
  about: 'A point of a product at which an installed add-on can run.',
  fields: {
    sid: t.sid,
    installedAddOnSid: t.ref('InstalledAddOn'),
    friendlyName: t.string,
    productName: t.string.about('Product at which the add-on runs, such as Programmable Voice.'),
    uniqueName: t.string.about('Name of the point at which the add-on runs, such as `voice-incoming`.'),
    enabled: t.boolean.about('Whether the add-on runs at this point. Each run costs money.'),
    url: t.omit,
  },
  filters: {},
  update: { enabled: t.boolean.required },
  fetch: true,
  paid: ['update'],
  admin: ['update'],
});
