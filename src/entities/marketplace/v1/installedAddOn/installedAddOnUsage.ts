/** Usage of an installed add on. */
import { entity, t } from '../../../../model/index.ts';
import { InstalledAddOn } from '../installedAddOn.ts';

export const InstalledAddOnUsage = entity('InstalledAddOnUsage', {
  in: InstalledAddOn,
  at: 'usage',
  one: 'usage',
  body: 'json',
  about: "Reports what an add-on's customer has used, for billing by its publisher.",
  fields: {
    totalSubmitted: t.float,
    billableItems: t.object('BillableItems', { quantity: t.int, sid: t.string, submitted: t.boolean }).list,
  },
  create: {
    totalSubmitted: t.float,
    billableItems: t.object('BillableItems', { quantity: t.int.required, sid: t.string.required, submitted: t.boolean })
      .list.required,
  },
  paid: ['create'],
});
