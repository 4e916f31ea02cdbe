/** Alarms on usage: Twilio calls a webhook when a limit is reached. */
import { entity, t } from '../../../../../model/index.ts';
import { Usage } from '../usage.ts';

const callback = {
  callbackUrl: t.url.pii.about('Where Twilio reports that the limit is reached.'),
  callbackMethod: t.httpMethod.about('How `callbackUrl` is requested; POST by default.'),
};
const recurring = t
  .enum('daily', 'monthly', 'yearly', 'alltime')
  .about('How often counting starts anew: each day, month or year (UTC), or never, which Twilio may show as null.');
const triggerBy = t
  .enum('count', 'usage', 'price')
  .about('Which number of the usage record is watched: events, units billed, or money; usage by default.');

export const UsageTrigger = entity('UsageTrigger', {
  in: Usage,
  at: 'triggers',
  plural: 'usageTriggers',
  sid: 'UT',
  about: 'An alarm that calls a webhook once usage of a category reaches a limit, in all or anew in each period.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    usageCategory: t.string.about('The category that is watched, such as calls-inbound or totalprice.'),
    triggerBy,
    triggerValue: t.decimal.about('The limit.'),
    currentValue: t.decimal.about('How far usage has come.'),
    recurring,
    ...callback,
    dateFired: t.dateTime.about('When the limit was last reached; null if never.'),
    apiVersion: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    usageRecordUri: t.omit,
  },
  relations: {
    usageRecords: t.many('UsageRecord', { category: 'usageCategory' }, 'What was used of the watched category.'),
  },
  filters: { recurring: t.equal, triggerBy: t.equal, usageCategory: t.equal },
  create: {
    usageCategory: t.string.required,
    triggerValue: t.string.required.about(
      'The limit; with a + in front, that much above what has been used until now.',
    ),
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
