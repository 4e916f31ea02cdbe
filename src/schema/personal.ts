/** Personal data for callers without `pii:read`: numbers are masked, texts are null with an error at the field. */
import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { Value } from '../model/index.ts';
import type { Row } from '../twilio/rows/index.ts';
import { accountOf } from './needs.ts';

const MASK = '•••';
const NUMBER = /^\+?\d+$/;

/** `+15005550006` → `+1500•••0006`, `whatsapp:+15005550006` → `whatsapp:+1500•••0006`, `client:ada` → `client:•••`. */
const maskNumber = (text: string): string => {
  const [, channel = '', rest = ''] = /^([a-z][\w.-]*:)?(.*)$/is.exec(text) ?? [];
  const digits = rest.replace(/^\+/, '');
  if (!NUMBER.test(rest) || digits.length < 7) return `${channel}${MASK}`;
  const plus = rest.startsWith('+') ? '+' : '';
  const [start, end] = digits.length < 11 ? [2, 2] : [4, 4];
  return `${channel}${plus}${digits.slice(0, start)}${MASK}${digits.slice(-end)}`;
};

/** Whether the caller may see the personal data of a row. */
export const showsPersonalData = (row: Row, { client: { rights }, connection }: Context): boolean =>
  rights.isUnlimited || rights.showsPersonalData(accountOf(row.entity, row.sids, connection.accountSid));

/** What is shown instead of a personal value; an Error is one at the field. */
export const masked = (name: string, { phone, nonNull }: Value, value: unknown): unknown => {
  if (value === null || value === undefined || value instanceof Error) return value;
  if (Array.isArray(value)) return phone ? value.map((each) => maskNumber(String(each))) : hidden(name);
  if (phone) return maskNumber(String(value));
  // Null would take the whole row away.
  return nonNull && typeof value === 'string' ? MASK : hidden(name);
};

const hidden = (name: string): ApiError =>
  new ApiError('INSUFFICIENT_SCOPE', `\`${name}\` is personal data, which needs the scope pii:read.`);
