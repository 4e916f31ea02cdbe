/** Personal values as callers see them who may not see personal data, and texts of Twilio's in which such values stand. */
import { ApiError } from '../../errors.ts';
import { type Entity, isEntity, keysOf, lineage, type Sids } from '../../model/index.ts';

export const MASK = '•••';
const NUMBER = /^\+?\d+$/;

/** `+15005550006` → `+1500•••0006`, `whatsapp:+15005550006` → `whatsapp:+1500•••0006`, `client:ada` → `client:•••`. */
export const maskNumber = (text: string): string => {
  const [, channel = '', rest = ''] = /^([a-z][\w.-]*:)?(.*)$/is.exec(text) ?? [];
  const digits = rest.replace(/^\+/, '');
  if (!NUMBER.test(rest) || digits.length < 7) return `${channel}${MASK}`;
  const plus = rest.startsWith('+') ? '+' : '';
  const [start, end] = digits.length < 11 ? [2, 2] : [4, 4];
  return `${channel}${plus}${digits.slice(0, start)}${MASK}${digits.slice(-end)}`;
};

/** As they are, and as a URL has them. Bounded, since a text without an end must not be searched again and again. */
const NUMBERS = /(\+|%2B)(\d{7,})/gi;
const EMAILS =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}/giu;

/** The keys of a row that are personal data. */
const personalKeys = (entity: Entity, sids: Sids): readonly string[] => {
  const isPersonal = lineage(entity).flatMap((step) =>
    keysOf(step).map((key) => isEntity(step) && step.fields[key]?.personal === true),
  );
  return sids.filter((sid, i) => isPersonal[i] && sid !== '');
};

/** What a failure says without numbers, email addresses and personal keys, which Twilio repeats, also in paths. */
export const redactorOf = (entity: Entity, sids: Sids): ((error: unknown) => unknown) => {
  const keys = personalKeys(entity, sids);
  return (error) => {
    if (!(error instanceof ApiError)) return error;
    const message = withoutKeys(error.message, keys)
      .replace(EMAILS, MASK)
      .replace(NUMBERS, (_, plus: string, digits: string) => `${plus}${maskNumber(digits)}`);
    return message === error.message ? error : new ApiError(error.code, message, error.details);
  };
};

const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
/** A character as it is, and as a URL has it. */
const eitherForm = (character: string): string => {
  const bytes = [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return `(?:${character.replace(SYNTAX, '\\$&')}|${bytes.join('')})`;
};

const withoutKeys = (text: string, keys: readonly string[]): string =>
  keys.reduce((left, key) => {
    const form = [...key].map(eitherForm).join('');
    // A short key may be a part of other words.
    return left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'giu'), () => maskNumber(key));
  }, text);
