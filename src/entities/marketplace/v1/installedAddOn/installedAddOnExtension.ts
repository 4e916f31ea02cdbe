/** Extensions of an installed add on. */
import { entity, t } from '../../../../model/index.ts';
import { InstalledAddOn } from '../installedAddOn.ts';

export const InstalledAddOnExtension = entity('InstalledAddOnExtension', {
  in: InstalledAddOn,
  at: 'extensions',
  sid: 'XF',
  plural: 'installedAddOnExtensions',
  inside: ['extension', 'extensions'],
  about: 'A product point of an installed add-on, on or off.',
  fields: {
    sid: t.sid,
    installedAddOnSid: t.ref('InstalledAddOn'),
    friendlyName: t.string,
    productName: t.string,
    uniqueName: t.string,
    enabled: t.boolean,
    url: t.omit,
  },
  filters: {},
  update: { enabled: t.boolean.required },
  fetch: true,
  paid: ['update'],
  admin: ['update'],
});
