/** Usage of an installed add-on. */
import { entity, t } from '../../../../model/index.ts';
import { InstalledAddOn } from '../installedAddOn.ts';

export const InstalledAddOnUsage = entity('InstalledAddOnUsage', {
  in: InstalledAddOn,
  at: 'usage',
  one: 'usage',
  body: 'json',
  about: "Reports what an add-on's customer has used, for billing by its publisher.",
  fields: {
    totalSubmitted: t.float.about('Amount charged to the customer by this report, in the local currency.'),
    billableItems: t
      .object('BillableItems', {
        quantity: t.float.about('Amount to charge for the item.'),
        sid: t.string.about('SID of the billing item.'),
        submitted: t.boolean.about('Whether the charge was accepted.'),
      })
      .list.about('What the customer used.'),
  },
  create: {
    totalSubmitted: t.float,
    billableItems: t.object('BillableItems', {
      quantity: t.float.required,
      sid: t.string.required,
      submitted: t.boolean,
    }).list.required,
  },
  paid: ['create'],
});
