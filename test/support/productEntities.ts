/** Descriptors with all that products beyond the core API need to say, for tests of the language. */
import { entity, onList, parentKey, product, t } from '../../src/model/index.ts';

export const SID = (prefix: string) => `${prefix}${'1'.repeat(32)}`;

const memory = product('memory.v1', (twilio) => twilio.memory.v1, {
  json: 'camel',
  body: 'json',
  paging: 'token',
});
/** Lists hold keys alone; its id is not Relay's; PATCH with a header. */
export const Store = entity('MemoryStore', {
  in: memory,
  at: 'stores',
  key: 'id',
  about: '.',
  rows: 'key',
  fields: {
    message: t.omit,
    statusUrl: t.omit,
    stores: t.omit,
    meta: t.omit,
    displayName: t.string,
    description: t.string,
    id: t.string.as('twilioId'),
    status: t.string,
    intelligenceServiceId: t.string,
    version: t.long,
  },
  filters: { orderBy: t.enum('ASC', 'DESC') },
  create: { displayName: t.string.required, description: t.string },
  update: { displayName: t.string, description: t.string },
  with: 'patch',
  headers: { update: { ifMatch: t.header('If-Match') } },
  remove: true,
  fetch: true,
});
/** A method of the version that takes the key of what the list lies in. */
export const Profile = entity('MemoryProfile', {
  in: memory,
  at: 'profiles',
  by: Store,
  key: 'id',
  about: '.',
  rows: 'key',
  fields: {
    id: t.string.as('twilioId'),
    message: t.omit,
    profiles: t.omit,
    meta: t.omit,
    createdAt: t.dateTime,
    traits: t.json,
  },
  filters: { orderBy: t.enum('ASC', 'DESC') },
  create: { traits: t.json },
  update: { traits: t.json },
  with: 'patch',
  remove: true,
  fetch: { traitGroups: t.string },
});

const lookups = product('lookups.v2', (twilio) => twilio.lookups.v2, { body: 'json' });
/** A key of two parts. */
export const Bucket = entity('LookupBucket', {
  in: lookups,
  at: 'bucket',
  key: ['field', 'bucket'],
  about: '.',
  fields: {
    code: t.omit,
    message: t.omit,
    moreInfo: t.omit,
    status: t.omit,
    field: t.string,
    limit: t.int,
    bucket: t.string,
    owner: t.string,
    ttl: t.int,
  },
  update: { limit: t.int, ttl: t.int },
  remove: true,
  fetch: true,
});
/** What a query selects decides what is asked, and paid, for. */
export const Lookup = entity('LookupPhoneNumber', {
  in: product('lookups.v2', (twilio) => twilio.lookups.v2),
  at: 'phoneNumbers',
  key: 'phoneNumber',
  about: '.',
  fields: {
    callingCountryCode: t.string,
    countryCode: t.string,
    phoneNumber: t.phone,
    nationalFormat: t.phone,
    valid: t.boolean,
    validationErrors: t.json,
    callerName: t
      .object('CallerName', { callerName: t.string.pii, callerType: t.string, errorCode: t.int })
      .packaged('caller_name'),
    simSwap: t.json.packaged('sim_swap'),
    callForwarding: t.json,
    lineTypeIntelligence: t.json,
    lineStatus: t.json,
    identityMatch: t.json,
    reassignedNumber: t.json,
    smsPumpingRisk: t.json,
    phoneNumberQualityScore: t.json,
    preFill: t.json,
    url: t.omit,
  },
  fetch: {
    fields: t.packages,
    countryCode: t.string,
    firstName: t.string,
    lastName: t.string,
    addressLine1: t.string,
    addressLine2: t.string,
    city: t.string,
    state: t.string,
    postalCode: t.string,
    addressCountryCode: t.string,
    nationalId: t.string,
    dateOfBirth: t.string,
    lastVerifiedDate: t.string,
    verificationSid: t.string,
    partnerSubId: t.string,
  },
});

const conversations = product('conversations.v1', (twilio) => twilio.conversations.v1);
const Configuration = entity('ConversationsConfiguration', {
  in: conversations,
  at: 'configuration',
  about: '.',
  fields: {
    accountSid: t.sid,
    defaultChatServiceSid: t.sid,
    defaultMessagingServiceSid: t.sid,
    defaultInactiveTimer: t.string,
    defaultClosedTimer: t.string,
    url: t.omit,
    links: t.omit,
  },
  update: {
    defaultChatServiceSid: t.sid,
    defaultMessagingServiceSid: t.sid,
    defaultInactiveTimer: t.string,
    defaultClosedTimer: t.string,
  },
  fetch: true,
});
/** Hangs on the list although there is a context. */
export const ConfigurationWebhook = entity('ConversationsWebhook', {
  in: onList(Configuration),
  at: 'webhooks',
  about: '.',
  fields: {
    accountSid: t.sid,
    method: t.enum('GET', 'POST'),
    filters: t.string.list,
    preWebhookUrl: t.url,
    postWebhookUrl: t.url,
    target: t.enum('webhook', 'flex'),
    url: t.omit,
  },
  update: {
    method: t.string,
    filters: t.string.list,
    preWebhookUrl: t.url,
    postWebhookUrl: t.url,
    target: t.enum('webhook', 'flex'),
  },
  fetch: true,
});

const bulkexports = product('bulkexports.v1', (twilio) => twilio.bulkexports.v1, { maxPage: 400 });
export const Export = entity('BulkExport', {
  in: bulkexports,
  at: 'exports',
  key: 'resourceType',
  about: '.',
  fields: { resourceType: t.string, url: t.omit, links: t.omit },
  fetch: true,
});
/** A redirect is the answer, and does not repeat the key. */
export const Day = entity('BulkExportDay', {
  in: Export,
  at: 'days',
  key: 'day',
  about: '.',
  fields: {
    redirectTo: t.url,
    day: t.string,
    size: t.int,
    createDate: t.string,
    friendlyName: t.string,
    resourceType: t.string,
  },
  filters: {},
  answers: { fetch: 'redirect' },
  fetch: true,
});
/** Rows without fields, told apart by a key that they do not have. */
export const ArchivedCall = entity('ArchivedCall', {
  in: product('voice.v1', (twilio) => twilio.voice.v1),
  at: 'archivedCalls',
  key: [t.given('date'), t.given('sid')],
  about: '.',
  fields: {},
  remove: true,
});
export const iam = product('iam.v1', (twilio) => twilio.iam.v1);
export const Role = parentKey('IamRole', { in: iam, key: 'roleSid' });

export const all = [Store, Profile, Bucket, Lookup, Configuration, ConfigurationWebhook, Export, Day, ArchivedCall];
