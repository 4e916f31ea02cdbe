/** What instructions for a call lead to: the numbers that they dial or text, and the addresses that they load or call. */
import { badInput } from '../errors.ts';
import { e164Of } from './destinations.ts';

interface Element {
  /** In lower case and without a namespace. */
  readonly name: string;
  /** Also those that differ only in case or namespace: one of them counts, and this server does not choose. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[(?<data>[\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(?<end>\/?)(?:[\w.-]+:)?(?<name>[A-Za-z_][\w.-]*)(?<attributes>(?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>|(?<text>[^<]+|<)/g;
const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const characterOf = (code: number): string =>
  code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name = '') => {
    if (hex) return characterOf(Number.parseInt(hex, 16));
    return digits ? characterOf(Number(digits)) : (NAMED[name] ?? whole);
  });

const attributesOf = (text: string): Element['attributes'] =>
  [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
    name.toLowerCase(),
    decoded(double ?? single ?? ''),
  ]);

/** Where the text of a number or of another name to dial ends; other elements are no such border. */
const NOUNS: ReadonlySet<string> = new Set(
  'dial number whatsapp client sip sim queue conference application identity parameter'.split(' '),
);

/** Reads what Twilio would refuse as XML, too: its text still counts. */
const elementsIn = (twiml: string): readonly Element[] => {
  const found: Element[] = [];
  const open: Element[] = [];
  for (const { groups = {} } of twiml.matchAll(TOKEN)) {
    const { data, end, name, attributes = '', text } = groups;
    const written = data ?? (text && decoded(text));
    const around = open.findLast((each) => NOUNS.has(each.name));
    if (written) for (const each of new Set([around, open.at(-1)])) if (each) each.text += written;
    if (name === undefined) continue;
    if (end) {
      const at = open.findLastIndex((each) => each.name === name.toLowerCase());
      if (at >= 0) open.length = at;
      continue;
    }
    const element = { name: name.toLowerCase(), attributes: attributesOf(attributes), text: '' };
    found.push(element);
    if (!attributes.trimEnd().endsWith('/')) open.push(element);
  }
  return found;
};

/** Twilio takes no more, and more would take long to read. */
const MAX_CHARACTERS = 4000;
/** A declaration could name a text that stands elsewhere. */
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;
const DIALS: ReadonlySet<string> = new Set(['dial', 'number', 'whatsapp']);
const TEXTS: ReadonlySet<string> = new Set(['sms', 'message']);
/** Their text is for people. */
const SPOKEN: ReadonlySet<string> = new Set(['say', 'sms', 'message', 'body', 'prompt']);
const LOADED = /^(?:https?|wss?):$/;

/** Throws bad input for a text with digits that may be dialled, and is no number that this server knows. */
const numberOf = (text: string, argument: string): readonly string[] => {
  const plain = text.normalize('NFKC').trim();
  if (!/\p{Nd}/u.test(plain)) return [];
  const number = e164Of(plain.replace(/^(?:whatsapp|rcs|sms|mms|tel):/i, ''));
  if (number === undefined)
    throw badInput(argument, 'has a number to dial that is not in E.164 form, such as +14155550100');
  return [number];
};

/** Of a text message: also a short code, or somebody whom another channel knows by an ID. */
const recipientOf = (to: string, argument: string): readonly string[] => {
  if (/^messenger:/i.test(to)) return [];
  return /^\d{3,8}$/.test(to) ? [to] : numberOf(to, argument);
};

const addressOf = (text: string): readonly string[] => {
  const given = text.trim();
  const url = given.startsWith('//') ? `http:${given}` : given;
  return URL.canParse(url) && LOADED.test(new URL(url).protocol) ? [url] : [];
};

export interface Instructions {
  /** Numbers that are dialled, in E.164 form, or those of an emergency. */
  readonly dialled: readonly string[];
  /** Numbers that are sent a text message. */
  readonly texted: readonly string[];
  readonly urls: readonly string[];
}

/** Throws bad input for what cannot be read. */
export const readTwiml = (twiml: string, argument: string): Instructions => {
  if (twiml.length > MAX_CHARACTERS) throw badInput(argument, `must have at most ${MAX_CHARACTERS} characters`);
  if (DECLARATION.test(twiml)) throw badInput(argument, 'must declare no document type and no entities');
  const elements = elementsIn(twiml);
  const dialled = elements.flatMap(({ name, text }) => (DIALS.has(name) ? numberOf(text, argument) : []));
  const texted = elements
    .filter(({ name }) => TEXTS.has(name))
    .flatMap(({ attributes }) => attributes.filter(([name]) => name === 'to'))
    .flatMap(([, to]) => recipientOf(to, argument));
  const urls = elements.flatMap(({ name, text, attributes }) =>
    [...attributes.map(([, value]) => value), ...(SPOKEN.has(name) ? [] : [text])].flatMap(addressOf),
  );
  return { dialled, texted, urls };
};
