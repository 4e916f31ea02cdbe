/** Descriptors in parts that are right, to which the tests add one mistake each. */
import { Account } from '../../src/entities/api/v2010/account.ts';
import { t } from '../../src/model/index.ts';
import { trigger, Usage } from './right.test-d.ts';

export const row = { in: Account, at: 'queues', sid: 'QU', about: '.' } as const;
export const friendlyName = t.string;
export const operations = {
  filters: {},
  create: { friendlyName: t.string.required, maxSize: t.int },
  update: { friendlyName, maxSize: t.int },
  remove: true,
  fetch: true,
} as const;

export const alarm = { in: Usage, at: 'triggers', sid: 'UT', about: '.' } as const;
export const settings = { callbackMethod: t.httpMethod, callbackUrl: t.url, friendlyName };
export const required = {
  callbackUrl: t.url.required,
  triggerValue: t.string.required,
  usageCategory: t.string.required,
} as const;
const { recurring, triggerBy } = trigger;
export const optional = { callbackMethod: t.httpMethod, friendlyName, recurring, triggerBy };
const filters = { recurring: t.equal, triggerBy: t.equal, usageCategory: t.string } as const;
export const whole = {
  filters,
  create: { ...required, ...optional },
  update: settings,
  remove: true,
  fetch: true,
} as const;
