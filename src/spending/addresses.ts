/** What an address is: a number in any spelling, a name that is no number, or what cannot be read for certain. */

export interface Reading {
  /** What is dialled: with `+`, or only digits where no prefix for international calls stands for it. */
  readonly number: string;
  /** Written as Twilio stores it, with or without a channel. */
  readonly isPlain: boolean;
}

/** Also behind the calling code of North America. */
export const EMERGENCY = /^(?:\+1(?=\d{3}$)|\+)?(000|061|08|10[0-9]|11[0-9]|911|933|988|99[0-9])$/;

/** Digits as Twilio reads them: with `+`, also where a prefix for international calls stands for it. */
export const dialled = (digits: string): string => digits.replace(/^(00|011)(?=[1-9]\d{6,})/, '+');

/** What stands behind them is no number, even if it has the digits of one. */
const NAMES = /^(?:sips?|client|sim|app):|^(?:messenger|facebook-messenger|instagram):(?!\W*\+)/i;
const isNamed = (address: string): boolean => NAMES.test(address.trim());

const CHANNEL = /^[a-z][\w.-]*:/i;
const PLAIN = /^(?:[a-z][\w.-]*:)?\+?\d{1,17}$/i;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{M}]/gu;
/** Signs of all kinds, and letters that are only signs, such as a long vowel's in Japanese. */
const BETWEEN = /[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}+]/gu;
const LETTER = /[^\d+]/;
/** Signs that end a number or send tones after it. */
const END = /[#*;,]/;
const EMAIL = /^[^\s@+][^\s@]*@[\p{L}\d.-]+\.\p{L}+$/u;
/** No number has as many digits as a date, or a date with a time to the second, whose first ones are the same. */
const MOMENT = /^(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** Letters that stand for digits at the end of a number of North America; other countries have none. */
const VANITY = /^(?:00|011)?1?[2-9]\d\d(?:[2-9]\d*)?[^\d+]+$/;
/** A number has no fewer digits, unless it is a short code or one of an emergency. */
const FEWEST = 7;
/** E.164 has 15, and libphonenumber reads two more. */
const MOST = 17;

const digitsIn = (text: string): number => text.match(/\p{N}/gu)?.length ?? 0;

/** `text`: what is left without the channel, `compact`: its letters, digits and pluses; each other digit is a 0. */
const partsOf = (address: string) => {
  const text = address.normalize('NFKC').replace(UNSEEN, '').trim().replace(CHANNEL, '').trim();
  const numerals = text.replace(BETWEEN, '');
  return { text, compact: numerals.replace(/(?!\d)\p{N}/gu, '0'), isAscii: !/(?!\d)\p{N}/u.test(numerals) };
};

/** Whether letters and digits could be dialled: letters that are skipped, end a number, or stand for its last digits. */
const isDialable = (text: string, compact: string): boolean => {
  const [head = ''] = /^\P{L}*/u.exec(text) ?? [];
  const isWhole = /[\s#*;,]$/.test(head) || /^ext/i.test(text.slice(head.length));
  if (isWhole && digitsIn(head) >= FEWEST && digitsIn(head) <= MOST) return true;
  if (/^\++\d/.test(compact) ? compact.length > FEWEST : /\+\d{7}/.test(compact)) return true;
  const from = /^\d/.test(compact) ? 0 : compact.indexOf('+');
  if (from < 0) return false;
  const rest = compact.slice(from).replaceAll('+', '');
  const digits = digitsIn(rest);
  if (rest.length - digits <= 2) return digits >= FEWEST && digits <= MOST;
  return rest.length >= 10 && rest.length <= MOST && VANITY.test(rest);
};

/** `undefined` for a name that is no number, such as an identity, a token or a SIP address. */
export const readAddress = (address: string): Reading | 'unreadable' | undefined => {
  if (isNamed(address)) return undefined;
  const { text, compact, isAscii } = partsOf(address);
  if (EMAIL.test(text) || MOMENT.test(text)) return undefined;
  const digits = digitsIn(compact);
  if (/^[[{]/.test(text) && digits >= FEWEST) return 'unreadable';
  if (LETTER.test(compact)) return isDialable(text, compact) ? 'unreadable' : undefined;
  if (!isAscii) return digits >= 3 ? 'unreadable' : undefined;
  const number = dialled(compact);
  // More digits are a token in one piece; in several, or after zeros, they may be a number.
  if (digits > MOST && (!/^\d+$/.test(text) || /^0+[1-9]\d{6,16}$/.test(compact))) return 'unreadable';
  const isNumber = EMERGENCY.test(number) || (digits >= FEWEST && (digits <= MOST || number.startsWith('+')));
  const isCut = END.test(text) && (isNumber || EMERGENCY.test((text.split(END)[0] ?? '').replace(BETWEEN, '')));
  if (isCut || (number.startsWith('+') && digits > 0 && !/^\+[1-9]\d{0,14}$/.test(number))) return 'unreadable';
  if (!isNumber) return undefined;
  return number.includes('+', 1) ? 'unreadable' : { number, isPlain: PLAIN.test(address) };
};

/** For inputs that take numbers: whether this is none that can be read, and no name that could not be mistaken for one. */
export const isNoPhone = (address: string): boolean => {
  if (isNamed(address) || PLAIN.test(address)) return false;
  const { text, compact } = partsOf(address);
  return /\d/.test(compact) && !EMAIL.test(text);
};
