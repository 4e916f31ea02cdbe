/**
 * Mistakes in the fields of a descriptor that must not compile, each caught where it is made; right.test-d.ts has the right forms.
 * Each `@ts-expect-error` says a piece of the compiler's words, so that it is this mistake that is caught.
 */
import { Account } from '../../src/entities/api/v2010/account.ts';
import { entity, product, t } from '../../src/model/index.ts';
import { alarm, friendlyName, operations, row, whole } from './parts.ts';
import { app, queue, trigger } from './right.test-d.ts';

const operators = product('intelligence.v2', (twilio) => twilio.intelligence.v2);
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
