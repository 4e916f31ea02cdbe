/** The right forms of a descriptor compile: what the mistakes beside this file are departures from. */
import { Message } from '../../src/entities/api/v2010/account/message.ts';
import { Account } from '../../src/entities/api/v2010/account.ts';
import { container, entity, legacyEntity, t } from '../../src/model/index.ts';

export const queue = {
  sid: t.sid,
  accountSid: t.ref('Account'),
  friendlyName: t.string,
  currentSize: t.int,
  maxSize: t.int,
  averageWaitTime: t.int,
  dateCreated: t.dateTime,
  dateUpdated: t.dateTime,
  uri: t.omit,
};

/** Shared objects, a required input, an optional one. */
export const Queue = entity('Queue', {
  in: Account,
  at: 'queues',
  sid: 'QU',
  about: '.',
  fields: queue,
  filters: {},
  create: { friendlyName: t.string.required, maxSize: t.int },
  update: { friendlyName: t.string, maxSize: t.int },
  requireOneOf: [['friendlyName', 'maxSize']],
  remove: true,
  fetch: true,
});

/** A key that is no SID. */
export const Member = entity('Member', {
  in: Queue,
  at: 'members',
  key: 'callSid',
  keyPattern: [/^Front$/, 'Front'],
  about: '.',
  fields: {
    callSid: t.ref('Call'),
    queueSid: t.ref('Queue'),
    position: t.int,
    waitTime: t.int,
    dateEnqueued: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  update: { url: t.url.required, method: t.httpMethod },
  fetch: true,
});

/** No identity, since the SDK takes no key. */
export const Balance = entity('Balance', {
  in: Account,
  at: 'balance',
  about: '.',
  fields: { accountSid: t.ref('Account'), balance: t.decimal, currency: t.string },
  fetch: true,
});

/** A place that is no resource, and what lies in it. */
export const Usage = container('Usage', { in: Account, at: 'usage' });
export const trigger = {
  sid: t.sid,
  accountSid: t.ref('Account'),
  apiVersion: t.string,
  callbackMethod: t.httpMethod,
  callbackUrl: t.url,
  currentValue: t.decimal,
  dateCreated: t.dateTime,
  dateFired: t.dateTime,
  dateUpdated: t.dateTime,
  friendlyName: t.string,
  recurring: t.enum('daily', 'monthly', 'yearly', 'alltime'),
  triggerBy: t.enum('count', 'usage', 'price'),
  triggerValue: t.string,
  uri: t.omit,
  usageCategory: t.string,
  usageRecordUri: t.omit,
};
export const UsageTrigger = entity('UsageTrigger', {
  in: Usage,
  at: 'triggers',
  sid: 'UT',
  about: '.',
  fields: trigger,
  filters: { recurring: t.equal, triggerBy: t.equal, usageCategory: t.string },
  create: {
    callbackUrl: t.url.required,
    triggerValue: t.string.required,
    usageCategory: t.string.required,
    callbackMethod: t.httpMethod,
    friendlyName: t.string,
    recurring: trigger.recurring,
    triggerBy: trigger.triggerBy,
  },
  update: { callbackMethod: t.httpMethod, callbackUrl: t.url, friendlyName: t.string },
  remove: true,
  fetch: true,
});

/** Several words of a closed set. */
export const app = {
  accountSid: t.ref('Account'),
  connectAppSid: t.sid,
  connectAppCompanyName: t.string,
  connectAppDescription: t.string,
  connectAppFriendlyName: t.string,
  connectAppHomepageUrl: t.url,
  permissions: t.enum('get-all', 'post-all').list,
  uri: t.omit,
};
export const AuthorizedConnectApp = entity('AuthorizedConnectApp', {
  in: Account,
  at: 'authorizedConnectApps',
  sid: 'CN',
  key: 'connectAppSid',
  about: '.',
  fields: app,
  filters: {},
  fetch: true,
});

/** A resource that the SDK does not have. */
export const Gone = legacyEntity('Gone', {
  in: Account,
  at: 'gone',
  about: '.',
  deprecated: '.',
  legacy: '/Gone.json',
  fields: {},
});

/** A range, whose bounds are said as one. */
export const Media = entity('Media', {
  in: Message,
  at: 'media',
  sid: 'ME',
  about: '.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    parentSid: t.ref('Message'),
    contentType: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  filters: { dateCreated: t.range },
  remove: true,
  fetch: true,
});
