/** Personal values, and Twilio's messages, as callers see them who may not see personal data. */
import { ApiError } from '../../errors.ts';
import { type Entity, pascalCase } from '../../model/index.ts';

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

/** Twilio's page on an error code, which names nothing of the request. */
const ABOUT_CODE = /^https:\/\/www\.twilio\.com\/docs\/(?:api\/)?errors\/\d+$/;
const QUOTED = /['"`](\w+)['"`]/g;

/**
 * A failure without Twilio's own words, which may repeat numbers, names and keys in any form. The parameter that they
 * name in quotation marks is kept.
 */
export const redactorOf =
  (entity: Entity) =>
  (error: unknown): unknown => {
    if (!(error instanceof ApiError) || error.details.status === undefined) return error;
    const { code, message, details } = error;
    const { status, moreInfo = '' } = details;
    const parameters = Object.keys({ ...entity.create, ...entity.update }).map(pascalCase);
    const named = [...message.matchAll(QUOTED)].find(([, word = '']) => parameters.includes(word));
    const about = named ? ` about '${named[1]}'` : '';
    return new ApiError(
      code,
      `Twilio answered with HTTP ${status}${about}. Its message may repeat personal data, so it is shown only with the scope pii:read.`,
      { ...details, moreInfo: ABOUT_CODE.test(moreInfo) ? moreInfo : undefined },
    );
  };
