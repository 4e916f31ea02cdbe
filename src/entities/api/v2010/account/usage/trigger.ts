/** Usage triggers, which call a webhook when usage reaches a limit. */
import { entity, t } from '../../../../../model/index.ts';
import { Usage } from '../usage.ts';

const callback = {
  callbackUrl: t.url.pii.about('URL that Twilio requests when the limit is reached.'),
  callbackMethod: t.httpMethod.about('HTTP method of `callbackUrl`. Default: POST.'),
};
const recurring = t
  .enum('daily', 'monthly', 'yearly', 'alltime')
  .about('How often the current value is reset (UTC). `alltime`, which Twilio may return as null: never.');
const triggerBy = t
  .enum('count', 'usage', 'price')
  .about('Field of the usage record that is compared with the limit. Default: `usage`.');

export const UsageTrigger = entity('UsageTrigger', {
  in: Usage,
  at: 'triggers',
  plural: 'usageTriggers',
  sid: 'UT',
  about: 'A trigger that calls a webhook when usage of a category reaches a limit.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account').always,
    friendlyName: t.string,
    usageCategory: t.string.always.about('The usage category, such as `calls-inbound` or `totalprice`.'),
    triggerBy,
    triggerValue: t.decimal.about('The limit.'),
    currentValue: t.decimal.about('Usage so far, compared with `triggerValue`.'),
    recurring,
    ...callback,
    dateFired: t.dateTime.about('When the trigger last fired; null if it never did.'),
    apiVersion: t.string,
    dateCreated: t.dateTime.always,
    dateUpdated: t.dateTime,
    uri: t.omit,
    usageRecordUri: t.omit,
  },
  relations: {
    usageRecords: t.many('UsageRecord', { category: 'usageCategory' }, 'Usage of the category of this trigger.'),
  },
  filters: { recurring: t.equal, triggerBy: t.equal, usageCategory: t.equal },
  create: {
    usageCategory: t.string.required,
    triggerValue: t.string.required.about('The limit. With a leading +, it is relative to the current usage.'),
    triggerBy,
    recurring,
    ...callback,
    callbackUrl: callback.callbackUrl.required,
    friendlyName: t.string,
  },
  update: { ...callback, friendlyName: t.string },
  remove: true,
  fetch: true,
});
