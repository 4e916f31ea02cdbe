/** The types of settings: each says in words what it must be, with an example. */
import { isIP } from 'node:net';
import { z } from 'zod';

export const wholeNumber = (least: number, most: number, example: number) => {
  const error = `must be a whole number from ${least} to ${most}, such as ${example}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};
export const matching = (pattern: RegExp, rule: string) => {
  const error = `must be ${rule}`;
  return z.string({ error }).regex(pattern, { error });
};
export const satisfying = (rule: string, holds: (text: string) => boolean) => {
  const error = `must be ${rule}`;
  return z.string({ error }).refine(holds, { error });
};
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` });
export const onOff = () => z.boolean({ error: 'must be true or false' });
export const sid = (prefix: string) =>
  matching(
    new RegExp(`^${prefix}[0-9a-fA-F]{32}$`),
    `"${prefix}" and 32 hexadecimal digits, such as ${prefix}${'0123456789abcdef'.repeat(2)}`,
  );
export const path = (example: string) => matching(/\S/, `the path of a file, such as ${example}`);
export const twilioSecret = matching(
  /^[\x21-\x7e]+$/,
  "what Twilio's console shows, in quotes and without blanks, such as 32 letters and digits",
);
export const hostName = (example: string) =>
  satisfying(
    `an IP address or a host name, such as ${example}`,
    (text) => isIP(text) > 0 || /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(text),
  );
export const isOrigin = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
};
/** `*` stands for any port, of a loopback host only: a page of any other could be anybody's. */
export const isPageOrigin = (text: string) =>
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\*$/.test(text) || (isOrigin(text) && new URL(text).origin === text);
export const isSubnet = (text: string) => {
  const [address = '', prefix, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) > 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && +prefix <= most))
  );
};
export const isPublicUrl = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#@]/.test(text);
export const listOf = (rule: string, holds: (text: string) => boolean) =>
  z.array(satisfying(rule, holds), { error: `must be a list, each ${rule}` });
export const isLimit = (text: string) =>
  /^(messages|calls|verifications|numbers|cost)\/(minute|day|destination)=\d{1,9}(\.\d{1,4})?$/.test(text);
export const isDestination = (text: string) => /^([A-Z]{2}|premium|shared-cost|satellite|emergency)$/.test(text);
export const isRedis = (text: string) =>
  URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
