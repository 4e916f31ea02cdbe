/** Fields and filters shared by all lists of usage records. */
import { t } from '../../../../../../model/index.ts';
import { isTopLevel } from './topLevel.ts';

export const usageRecord = {
  type: 'UsageRecord',
  about:
    'Usage and cost of one category in one period. Categories nest: `totalprice` and other parents include their ' +
    'subcategories, so add up only rows with `topLevel: true`.',
  fields: {
    accountSid: t.ref('Account').always,
    category: t.string.always.about(
      'The category, such as `calls-inbound`, `sms-outbound` or `totalprice`. Parents include their subcategories.',
    ),
    topLevel: t.boolean
      .derived('category', isTopLevel)
      .about('Whether no other category includes this one. `totalprice`, the sum of all, is not a top-level category.'),
    description: t.string.about('Description of the category.'),
    startDate: t.date.about('First day of the period (UTC).'),
    endDate: t.date.about('Last day of the period (UTC).'),
    count: t.decimal.about('Number of uses, in `countUnit`.'),
    countUnit: t.string.about('Unit of `count`, such as calls; null if there is none.'),
    usage: t.decimal.about('Billed amount of usage, in `usageUnit`.'),
    usageUnit: t.string.about('Unit of `usage`, such as minutes; null if there is none.'),
    price: t.decimal.about('Cost in `priceUnit`.'),
    priceUnit: t.string,
    asOf: t.dateTime.about('Time up to which usage is included.'),
    apiVersion: t.string,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  filters: {
    category: t.equal,
    startDate: t.date.about('First day of the period (UTC).'),
    endDate: t.date.about('Last day of the period (UTC).'),
    includeSubaccounts: t.boolean.about('Whether usage of subaccounts is included. Default: true.'),
  },
};
