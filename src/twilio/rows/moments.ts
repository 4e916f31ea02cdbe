/**
 * Moments in Twilio's forms, to the second, as they are shown and compared; in UTC where no zone is said. JavaScript's
 * Date guesses at other forms, and at wrong days.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number): number => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && !isLeap ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0);
};

/** Milliseconds of a moment in UTC; `NaN` for a day or an hour that does not exist, and where a part is `NaN`. */
const utc = (year: number, month: number, day: number, hour: number, minute: number, second: number): number => {
  const exists = day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60;
  if (!exists) return Number.NaN;
  // Date.UTC reads 0 to 99 as years of the last century.
  return year < 100
    ? new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000
    : Date.UTC(year, month - 1, day, hour, minute, second);
};

/** `NaN` for what is no digit. */
const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 0x30;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);
const four = (text: string, at: number): number => two(text, at) * 100 + two(text, at + 2);

const DASH = 0x2d;
const COLON = 0x3a;
const SPACE = 0x20;
const COMMA = 0x2c;
const isAt = (text: string, at: number, code: number): boolean => text.charCodeAt(at) === code;

/** `2026-09-01T00:00:00Z`, or with milliseconds `2026-09-01T00:00:00.000Z`. `NaN` for any other form. */
const isoIn = (text: string): number => {
  const isIso =
    isAt(text, 4, DASH) &&
    isAt(text, 7, DASH) &&
    text[10] === 'T' &&
    isAt(text, 13, COLON) &&
    isAt(text, 16, COLON) &&
    text.endsWith('Z');
  if (!isIso) return Number.NaN;
  const whole = utc(four(text, 0), two(text, 5), two(text, 8), two(text, 11), two(text, 14), two(text, 17));
  if (text.length === 20) return whole;
  return text[19] === '.' && !Number.isNaN(digit(text, 20) + two(text, 21)) ? whole : Number.NaN;
};

/** `Tue, 01 Sep 2026 00:00:00 +0000`. `NaN` for any other form. */
const rfc2822In = (text: string): number =>
  text.length === 31 &&
  isAt(text, 3, COMMA) &&
  isAt(text, 4, SPACE) &&
  isAt(text, 7, SPACE) &&
  isAt(text, 11, SPACE) &&
  isAt(text, 16, SPACE) &&
  isAt(text, 19, COLON) &&
  isAt(text, 22, COLON) &&
  text.endsWith(' +0000')
    ? utc(four(text, 12), monthOf(text.slice(8, 11)), two(text, 5), two(text, 17), two(text, 20), two(text, 23))
    : Number.NaN;
const monthOf = (name: string): number => MONTHS.indexOf(name) + 1;

const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[Tt ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?)? ?(?<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/;
const RFC_2822 =
  /^(?:[A-Z][a-z]{2}, ?)?(?<day>\d\d?) (?<name>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))?(?: (?<zone>Z|UTC?|GMT|[+-]\d{4}))?$/;

/** Minutes by which a zone is ahead of UTC. */
const aheadOf = (zone = ''): number => {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (hours === undefined) return 0;
  const ahead = Number(hours) < 24 && Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : Number.NaN;
  return sign === '-' ? -ahead : ahead;
};

/** The same forms with other zones, with fractions of seconds or with parts left out. */
const otherIn = (text: string): number => {
  const { groups } = ISO.exec(text) ?? RFC_2822.exec(text) ?? {};
  if (!groups) return Number.NaN;
  const { year, month, name, day, hour = 0, minute = 0, second = 0, zone } = groups;
  const monthNumber = name === undefined ? Number(month) : monthOf(name);
  const written = utc(Number(year), monthNumber, Number(day), Number(hour), Number(minute), Number(second));
  return written - aheadOf(zone) * 60_000;
};

/** Nearly all of Twilio's are in one of two forms, which take no regular expression. */
const commonIn = (text: string): number => (text.length === 20 || text.length === 24 ? isoIn(text) : rfc2822In(text));

/** The moment that a text says; `undefined` for what is none. Twilio always sends a text. */
export const momentIn = (raw: unknown): Date | undefined => {
  if (typeof raw !== 'string') return undefined;
  const common = commonIn(raw);
  const moment = Number.isNaN(common) ? otherIn(raw) : common;
  return Number.isNaN(moment) ? undefined : new Date(moment);
};
