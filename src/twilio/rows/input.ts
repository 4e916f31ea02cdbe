/** The inputs of an operation, in the form that the SDK's methods take. */
import { type Entity, jsonName, type Value, type Values, wireOf } from '../../model/index.ts';
import type { Input } from './page.ts';
import type { Json } from './row.ts';
import { encode, encodeJson } from './values.ts';

interface Encoded {
  readonly params: object | undefined;
  /** Of a JSON body only: the SDK knows those of a form by the names of its parameters. */
  readonly headers: object | undefined;
}
/** Inputs that are null or absent are left out. */
export const encodeInput = (
  entity: Entity,
  values: Values | undefined,
  input: Input,
  body = wireOf(entity).body,
): Encoded => {
  if (!values) return { params: undefined, headers: undefined };
  const given = Object.entries(input).filter(([, each]) => each !== undefined && each !== null);
  return body === 'json' ? encodedJson(entity, values, given) : encodedForm(entity, values, given);
};

const encodedForm = (entity: Entity, values: Values, given: readonly [string, unknown][]): Encoded => {
  const { json } = wireOf(entity);
  const params = given.flatMap(([name, each]): [string, unknown][] => {
    const value = values[name];
    if (value?.pairs) return numbered(value.pairs, each as Json);
    return [[value?.sdkName ?? name, value ? encode(value, each, json) : each]];
  });
  return { params: Object.fromEntries(params), headers: undefined };
};

const encodedJson = (entity: Entity, values: Values, given: readonly [string, unknown][]): Encoded => {
  const { json } = wireOf(entity);
  const known = given.flatMap(([name, each]): [string, Value, unknown][] => {
    const value = values[name];
    return value ? [[name, value, each]] : [];
  });
  const headers = known.flatMap(([, { header }, each]) => (header ? [[header, String(each)] as const] : []));
  const body = known.find(([, { isBody }]) => isBody);
  const params = known
    .filter(([, { header }]) => !header)
    .map(([name, value, each]) => [jsonName(entity, name, value), encodeJson(value, each, json)] as const);
  return { params: body ? (body[2] as object) : Object.fromEntries(params), headers: Object.fromEntries(headers) };
};

/** `{ a: 'b' }` as `parameter1.name`, `parameter1.value` … */
const numbered = (prefix: string, pairs: Json): [string, unknown][] =>
  Object.entries(pairs).flatMap(([name, value], i) => [
    [`${prefix}${i + 1}.name`, name],
    [`${prefix}${i + 1}.value`, value],
  ]);
