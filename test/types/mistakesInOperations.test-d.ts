/**
 * Mistakes in the operations and the place of a descriptor that must not compile, each caught where it is made; right.test-d.ts has the right forms.
 * Each `@ts-expect-error` says a piece of the compiler's words, so that it is this mistake that is caught.
 */
import { Account } from '../../src/entities/api/v2010/account.ts';
import { container, entity, legacyEntity, product, t } from '../../src/model/index.ts';
import { alarm, friendlyName, operations, optional, required, row, settings, whole } from './parts.ts';
import { Queue, queue, trigger, Usage } from './right.test-d.ts';

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
  create: { ...required, callbackMethod: t.httpMethod, friendlyName, recurring: trigger.recurring },
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
