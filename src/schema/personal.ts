/** Personal data for callers without `pii:read`: numbers are masked, texts are null with an error at the field. */
import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import { keysOf, type Value } from '../model/index.ts';
import { MASK, maskNumber, type Row } from '../twilio/rows/index.ts';
import { accountOf } from './needs.ts';

type Shown = Pick<Row, 'entity' | 'sids'> & Partial<Pick<Row, 'json'>>;

/** Whether the caller may see the personal data of a row. Of another product, a row says itself whose it is. */
export const showsPersonalData = (
  { entity, sids, json }: Shown,
  { client: { rights }, connection }: Context,
): boolean => {
  if (rights.isUnlimited) return true;
  const own = json?.account_sid ?? json?.accountSid;
  return rights.showsPersonalData(accountOf(entity, sids, typeof own === 'string' ? own : connection.accountSid));
};

/** What is shown instead of a personal value; an Error is one at the field. */
export const masked = (
  name: string,
  { phone, nonNull }: Value,
  value: unknown,
  isNonNull = nonNull === true,
): unknown => {
  if (value === null || value === undefined || value instanceof Error) return value;
  if (Array.isArray(value)) return phone ? value.map((each) => maskNumber(String(each))) : hidden(name);
  if (phone) return maskNumber(String(value));
  // Null would take the whole row away.
  return isNonNull && typeof value === 'string' ? MASK : hidden(name);
};

/** The last part of a row's key, as the caller may see it; `null` for a row without one. */
export const shownKey = (row: Shown, context: Context): string | null => {
  const key = row.sids.at(-1);
  const name = keysOf(row.entity).at(-1) ?? '';
  const value = row.entity.fields[name];
  if (key === undefined) return null;
  if (!value?.personal || showsPersonalData(row, context)) return key;
  return String(masked(name, value, key, true));
};

const hidden = (name: string): ApiError =>
  new ApiError('INSUFFICIENT_SCOPE', `\`${name}\` is personal data, which needs the scope pii:read.`);
