/** Whom a write reaches: the addresses in the inputs that its descriptor marks, also those that lie in JSON. */
import type { Value, Values } from '../model/index.ts';
import { numberIn } from './destinations.ts';

export interface Recipient {
  /** As it was given; a number in JSON in E.164 form. */
  readonly address: string;
  readonly argument: string;
}

type Input = Readonly<Record<string, unknown>>;

export const recipientsIn = (values: Values, input: Input, argument = 'input'): readonly Recipient[] =>
  Object.entries(values).flatMap(([name, value]) => recipientsOf(value, input[name], `${argument}.${name}`));

const recipientsOf = (value: Value, given: unknown, argument: string): readonly Recipient[] => {
  if (!value.isDestination && !value.object) return [];
  return [given ?? []].flat().flatMap((each) => {
    if (value.object) return isObject(each) ? recipientsIn(value.object.fields, each as Input, argument) : [];
    return addressesOf(each).map((address) => ({ address, argument }));
  });
};

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

const addressesOf = (given: unknown): readonly string[] => {
  const read = typeof given === 'string' ? jsonIn(given) : given;
  if (read !== undefined) return numbersIn(read);
  return typeof given === 'string' && given !== '' ? [given] : [];
};

/** Shorter JSON holds no number. To try each text would take long. */
const SHORTEST_JSON = 10;

/** The value of a text that is JSON; `undefined` for any other text. */
const jsonIn = (text: string): unknown => {
  if (text.length < SHORTEST_JSON || !/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Numbers of the account itself, from which a participant is reached. */
const OWN = /^(proxy|projected)_?(address|identifier)$/i;

/** All texts that are numbers. JSON may be so deep that recursion would end the process. */
const numbersIn = (json: unknown): readonly string[] => {
  const found = new Set<string>();
  const left = [json];
  while (left.length > 0) {
    const each = left.pop();
    if (typeof each === 'string') {
      const number = numberIn(each);
      if (number === undefined) left.push(jsonIn(each));
      else found.add(number);
    } else if (isObject(each)) for (const [name, inner] of Object.entries(each)) if (!OWN.test(name)) left.push(inner);
  }
  return [...found];
};
