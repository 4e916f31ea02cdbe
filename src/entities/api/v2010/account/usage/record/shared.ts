/** What every usage record has, whatever the length of its period, and how records are chosen. */
import { t } from '../../../../../../model/index.ts';

export const usageRecord = {
  type: 'UsageRecord',
  fields: {
    accountSid: t.ref('Account'),
    category: t.string.about('What was used, such as calls-inbound, sms-outbound or totalprice.'),
    description: t.string.about('The category in plain words.'),
    startDate: t.date.about('First day of the period (UTC).'),
    endDate: t.date.about('Last day of the period (UTC).'),
    count: t.decimal.about('How often it was used, in `countUnit`.'),
    countUnit: t.string.about('What `count` counts, such as calls; null where nothing is counted.'),
    usage: t.decimal.about('How much was used, in `usageUnit`: what is billed.'),
    usageUnit: t.string.about('What `usage` measures, such as minutes; null where nothing is measured.'),
    price: t.decimal.about('What it cost, in `priceUnit`.'),
    priceUnit: t.string,
    asOf: t.dateTime.about('Up to when usage has been counted in.'),
    apiVersion: t.string,
    uri: t.omit,
    subresourceUris: t.omit,
  },
  filters: {
    category: t.equal,
    startDate: t.date.about('First day to count (UTC).'),
    endDate: t.date.about('Last day to count (UTC).'),
    includeSubaccounts: t.boolean.about('Whether subaccounts are counted in; true by default.'),
  },
};
