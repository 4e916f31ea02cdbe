/**
 * Mistakes in a descriptor that must not compile, each caught where it is made; right.test-d.ts has the right forms.
 * Each `@ts-expect-error` says a piece of the compiler's words, so that it is this mistake that is caught.
 */
import { Account } from '../../src/entities/api/v2010/account.ts';
import { container, entity, legacyEntity, product, t } from '../../src/model/index.ts';
import { app, Queue, queue, trigger, Usage } from './right.test-d.ts';

const row = { in: Account, at: 'queues', sid: 'QU', about: '.' } as const;
const operators = product('intelligence.v2', (twilio) => twilio.intelligence.v2);
const friendlyName = t.string;
const operations = {
  filters: {},
  create: { friendlyName: t.string.required, maxSize: t.int },
  update: { friendlyName, maxSize: t.int },
  remove: true,
  fetch: true,
} as const;
const { averageWaitTime: _, ...fewer } = queue;

// Fields

entity('a missing field', {
  ...row,
  // @ts-expect-error: Property 'averageWaitTime' is missing
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName,
    currentSize: t.int,
    maxSize: t.int,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
  },
  ...operations,
});

entity('a field that the SDK does not have', {
  ...row,
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName,
    currentSize: t.int,
    maxSize: t.int,
    averageWaitTime: t.int,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    uri: t.omit,
    // @ts-expect-error: 'loudness' does not exist
    loudness: t.int,
  },
  ...operations,
});

entity('a wrong kind', {
  ...row,
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    // @ts-expect-error: Type 'List<Kind<string>>' is not assignable
    friendlyName: t.string.list,
    // @ts-expect-error: Type 'Kind<string | Date>' is not assignable
    currentSize: t.dateTime,
    maxSize: t.int,
    averageWaitTime: t.int,
    // @ts-expect-error: Type 'Kind<string>' is not assignable
    dateCreated: t.string,
    // @ts-expect-error: Type 'Kind<string | number>' is not assignable
    dateUpdated: t.int,
    uri: t.omit,
  },
  ...operations,
});

entity('a list of references for one SID', {
  ...row,
  // @ts-expect-error: Type 'List<Kind<string>>' is not assignable
  fields: { ...queue, sid: t.refs('Queue') },
  ...operations,
});

entity('one reference for a list of SIDs', {
  in: operators,
  at: 'operatorAttachments',
  key: 'serviceSid',
  about: '.',
  // @ts-expect-error: Type 'Kind<string>' is not assignable
  fields: { serviceSid: t.ref('Service'), operatorSids: t.ref('Operator'), url: t.omit },
  fetch: true,
});

entity('a filter for a field', {
  ...row,
  // @ts-expect-error: Type 'Equal' is not assignable
  fields: { ...queue, maxSize: t.equal },
  ...operations,
});

entity('a closed set of words for a number', {
  ...row,
  // @ts-expect-error: Type 'Enum<"few" | "many">' is not assignable
  fields: { ...queue, maxSize: t.enum('few', 'many') },
  ...operations,
});

entity('an HTTP method for a moment', {
  ...row,
  // @ts-expect-error: Type 'AnyEnum' is not assignable
  fields: { ...queue, dateCreated: t.httpMethod },
  ...operations,
});

entity('a shared fields object that lacks a field', {
  ...row,
  // @ts-expect-error: Property 'averageWaitTime' is missing
  fields: fewer,
  ...operations,
});

entity('a shared fields object of another resource', {
  ...row,
  // @ts-expect-error: is missing the following properties
  fields: trigger,
  ...operations,
});

entity('a part of a shared fields object that does not fit', {
  ...row,
  // @ts-expect-error: Type 'Kind<string | boolean>' is not assignable
  fields: { ...queue, maxSize: t.boolean },
  ...operations,
});

const alarm = { in: Usage, at: 'triggers', sid: 'UT', about: '.' } as const;
const settings = { callbackMethod: t.httpMethod, callbackUrl: t.url, friendlyName };
const required = {
  callbackUrl: t.url.required,
  triggerValue: t.string.required,
  usageCategory: t.string.required,
} as const;
const { recurring, triggerBy } = trigger;
const optional = { callbackMethod: t.httpMethod, friendlyName, recurring, triggerBy };
const filters = { recurring: t.equal, triggerBy: t.equal, usageCategory: t.string } as const;
const whole = { filters, create: { ...required, ...optional }, update: settings, remove: true, fetch: true } as const;

entity('a missing enum value', {
  ...alarm,
  // @ts-expect-error: Type '"alltime"' is not assignable
  fields: { ...trigger, recurring: t.enum('daily', 'monthly', 'yearly') },
  ...whole,
});

entity('an extra enum value', {
  ...alarm,
  // @ts-expect-error: Type '"hourly"' is not assignable
  fields: { ...trigger, recurring: t.enum('hourly', 'daily', 'monthly', 'yearly', 'alltime') },
  ...whole,
});

entity('a misspelt enum value', {
  ...alarm,
  // @ts-expect-error: Did you mean '"montly"'?
  fields: { ...trigger, recurring: t.enum('daily', 'montly', 'yearly', 'alltime') },
  ...whole,
});

entity('text for an enum', {
  ...alarm,
  // @ts-expect-error: Type 'Kind<string>' is not assignable
  fields: { ...trigger, triggerBy: t.string },
  ...whole,
});

const connected = { in: Account, at: 'authorizedConnectApps', sid: 'CN', key: 'connectAppSid', about: '.' } as const;

entity('one of what is several', {
  ...connected,
  // @ts-expect-error: Type 'Enum<"get-all" | "post-all">' is not assignable
  fields: { ...app, permissions: t.enum('get-all', 'post-all') },
  filters: {},
  fetch: true,
});

entity('a missing enum value of several', {
  ...connected,
  // @ts-expect-error: Type '"post-all"' is not assignable
  fields: { ...app, permissions: t.enum('get-all').list },
  filters: {},
  fetch: true,
});

// Inputs

entity('a forgotten required', {
  ...alarm,
  fields: trigger,
  ...whole,
  // @ts-expect-error: Types of property 'must' are incompatible
  create: { ...required, ...optional, callbackUrl: t.url },
});

entity('a required input that is missing', {
  ...alarm,
  fields: trigger,
  ...whole,
  // @ts-expect-error: Property 'usageCategory' is missing
  create: { callbackUrl: required.callbackUrl, triggerValue: required.triggerValue, ...optional },
});

entity('an optional input that is missing', {
  ...alarm,
  fields: trigger,
  ...whole,
  // @ts-expect-error: Property 'triggerBy' is missing
  create: { ...required, callbackMethod: t.httpMethod, friendlyName, recurring },
});

entity('an input that the SDK does not have', {
  ...alarm,
  fields: trigger,
  ...whole,
  update: {
    callbackMethod: t.httpMethod,
    callbackUrl: t.url,
    friendlyName,
    // @ts-expect-error: 'loudness' does not exist
    loudness: t.int,
  },
});

entity('several of an input that is one', {
  ...alarm,
  fields: trigger,
  ...whole,
  // @ts-expect-error: Type 'List<Kind<string>>' is not assignable
  update: { ...settings, friendlyName: t.string.list },
});

entity('an enum input that lacks a value', {
  ...alarm,
  fields: trigger,
  ...whole,
  // @ts-expect-error: Type '"price"' is not assignable
  create: { ...required, ...optional, triggerBy: t.enum('count', 'usage') },
});

entity('an unknown input among those that are needed', {
  ...alarm,
  fields: trigger,
  ...whole,
  // @ts-expect-error: Type '"loudness"' is not assignable
  requireOneOf: [['recurring', 'loudness']],
});

entity('inputs of an update that the SDK does not have', {
  in: Queue,
  at: 'members',
  sid: 'CA',
  key: 'callSid',
  about: '.',
  fields: {
    callSid: t.sid,
    queueSid: t.sid,
    position: t.int,
    waitTime: t.int,
    dateEnqueued: t.dateTime,
    uri: t.omit,
  },
  filters: {},
  update: { url: t.url.required, method: t.httpMethod },
  fetch: true,
  // @ts-expect-error: 'create' does not exist
  create: { url: t.url },
});

// Filters

entity('a missing filter', {
  ...alarm,
  fields: trigger,
  ...whole,
  // @ts-expect-error: Property 'usageCategory' is missing
  filters: { recurring: t.equal, triggerBy: t.equal },
});

entity('a filter that the SDK does not have', {
  ...alarm,
  fields: trigger,
  ...whole,
  filters: {
    recurring: t.equal,
    triggerBy: t.equal,
    usageCategory: t.equal,
    // @ts-expect-error: 'loudness' does not exist
    loudness: t.equal,
  },
});

entity('a comparison with what is no field', {
  in: Usage,
  at: 'records',
  about: '.',
  fields: {
    accountSid: t.sid,
    apiVersion: t.string,
    asOf: t.string,
    category: t.string,
    count: t.decimal,
    countUnit: t.string,
    description: t.string,
    endDate: t.date,
    price: t.decimal,
    priceUnit: t.string,
    startDate: t.date,
    subresourceUris: t.omit,
    uri: t.omit,
    usage: t.decimal,
    usageUnit: t.string,
  },
  filters: {
    category: t.equal,
    startDate: t.date,
    endDate: t.date,
    // @ts-expect-error: Type 'Equal' is missing
    includeSubaccounts: t.equal,
  },
});

// @ts-expect-error: to parameter of type 'Spec<
entity('no filters of what can be listed', {
  ...row,
  fields: queue,
  create: operations.create,
  update: operations.update,
  remove: true,
  fetch: true,
});

// Place, identity and operations

entity('a wrong path', {
  in: Account,
  // @ts-expect-error: Type '"queue"' is not assignable
  at: 'queue',
  sid: 'QU',
  about: '.',
  fields: queue,
  ...operations,
});

// @ts-expect-error: Property 'apis' does not exist on type 'Twilio'
product('an unknown product', (twilio) => twilio.apis.v2010);

container('a wrong step', {
  in: Account,
  // @ts-expect-error: Type '"usages"' is not assignable
  at: 'usages',
});

// @ts-expect-error: to parameter of type 'Spec<
entity('a forgotten remove', {
  ...row,
  fields: queue,
  filters: {},
  create: operations.create,
  update: operations.update,
  fetch: true,
});

// @ts-expect-error: to parameter of type 'Spec<
entity('a forgotten fetch', {
  ...row,
  fields: queue,
  filters: {},
  create: operations.create,
  update: operations.update,
  remove: true,
});

// @ts-expect-error: to parameter of type 'Spec<
entity('no identity for what has a key', {
  in: Account,
  at: 'queues',
  about: '.',
  fields: queue,
  ...operations,
});

// @ts-expect-error: Property 'about' is missing
entity('no words', {
  in: Account,
  at: 'balance',
  fields: { accountSid: t.sid, balance: t.decimal, currency: t.string },
  fetch: true,
});

// @ts-expect-error: Property 'legacy' is missing
legacyEntity('no path of a resource that the SDK does not have', {
  in: Account,
  at: 'gone',
  about: '.',
  deprecated: '.',
  fields: {},
});

// @ts-expect-error: Property 'deprecated' is missing
legacyEntity('no word on what to use instead', {
  in: Account,
  at: 'gone',
  about: '.',
  legacy: '/Gone.json',
  fields: {},
});
