/** Whom a write reaches: the addresses in the inputs that its descriptor marks, also those that lie in JSON. */
import { badInput } from '../errors.ts';
import type { Value, Values } from '../model/index.ts';
import { isNoPhone, readAddress } from './addresses.ts';
import { numberIn } from './destinations.ts';

export interface Recipient {
  /** As it was given; a number in JSON as it is dialled. */
  readonly address: string;
  readonly argument: string;
}

type Input = Readonly<Record<string, unknown>>;

/** Throws bad input for what is no JSON and no number, where only that can be read. */
export const recipientsIn = (values: Values, input: Input, argument = 'input'): readonly Recipient[] =>
  Object.entries(values).flatMap(([name, value]) => recipientsOf(value, input[name], `${argument}.${name}`));

const recipientsOf = (value: Value, given: unknown, argument: string): readonly Recipient[] => {
  if (!value.isDestination && !value.object) return [];
  return [given ?? []].flat().flatMap((each) => {
    if (value.object) return isObject(each) ? recipientsIn(value.object.fields, each as Input, argument) : [];
    return addressesOf(value, each, argument).map((address) => ({ address, argument }));
  });
};

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

const addressesOf = (value: Value, given: unknown, argument: string): readonly string[] => {
  if (typeof given !== 'string') return addressesIn(given, argument);
  if (value.phone && isNoPhone(given)) throw badInput(argument, 'must be in E.164 form, such as +14155550100');
  const read = value.phone ? undefined : jsonIn(given);
  if (read !== undefined) return addressesIn(onceNamed(read, given, argument), argument);
  if (!value.phone && LIKE_JSON.test(given)) throw badInput(argument, 'must be valid JSON');
  return given === '' ? [] : [given];
};

/** Also behind what some readers of JSON skip: comments, blanks of all kinds and a mark of the byte order. */
const LIKE_JSON = /^(?:[\s\p{Cf}\p{Cc}]|\/\*(?:[^*]|\*(?!\/))*\*\/|(?:\/\/|#)[^\n]*\n)*[[{]/u;

/** The value of a text that is JSON; `undefined` for any other text. */
const jsonIn = (text: string): unknown => {
  const first = /\S/.exec(text)?.[0] ?? '';
  if (!'[{"'.includes(first) || !']}"'.includes(text.trimEnd().at(-1) ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/** Nobody knows which of two values with one name Twilio takes. */
const onceNamed = (json: unknown, text: string, argument: string): unknown => {
  let names = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon) names++;
  const left = [json];
  while (left.length > 0) {
    const each = left.pop();
    if (!isObject(each)) continue;
    if (!Array.isArray(each)) names -= Object.keys(each).length;
    for (const inner of Object.values(each)) left.push(inner);
  }
  if (names > 0) throw badInput(argument, 'must be JSON that has no name twice in an object');
  return json;
};

/** Numbers of the account itself, from which a participant is reached. */
const OWN = /^(proxy|projected)_?(address|identifier)$/i;
/** Words at the end of a name whose value is an address, whatever it looks like. */
const ADDRESS =
  /(?:^|_)(?:address(?:es)?|contact_?uri|to|recipients?|phones?|phone_?numbers?|(?:mobile|cell|contact|to)_?numbers?|tel|telephone|mobile|msisdn|e_?164)$|^(?:(?:participant_)?identifier|number)$/;
/** Addresses that are no one's who is called or written to. */
const ELSEWHERE = /(?:^|_)(?:ip|ipv4|ipv6|mac|street|postal|mailing|billing|shipping|home|wallet)_?address(?:es)?$/;
const isAddressName = (name: string): boolean => {
  const words = name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .replace(/\W/g, '_')
    .toLowerCase();
  return ADDRESS.test(words) && !ELSEWHERE.test(words);
};

/** All numbers, and under the names of addresses also what cannot be read. JSON may be so deep that recursion would end the process. */
const addressesIn = (json: unknown, argument: string): readonly string[] => {
  const found = new Set<string>();
  const left = [{ each: json, isAddress: true }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { each, isAddress } = next;
    if (isObject(each)) {
      for (const [name, inner] of Object.entries(each))
        if (!OWN.test(name))
          left.push({ each: inner, isAddress: Array.isArray(each) ? isAddress : isAddressName(name) });
      continue;
    }
    const text = typeof each === 'string' ? each : String(typeof each === 'number' ? each : '');
    const inner = jsonIn(text);
    if (inner !== undefined) left.push({ each: onceNamed(inner, text, argument), isAddress });
    else for (const address of isAddress ? strictlyIn(text) : [numberIn(text) ?? []].flat()) found.add(address);
  }
  return [...found];
};

const strictlyIn = (text: string): readonly string[] => {
  const reading = readAddress(text);
  if (reading === undefined) return [];
  return [reading === 'unreadable' ? text : reading.number];
};
