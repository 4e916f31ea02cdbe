/** A descriptor as it is written, by the SDK's names → as the engine reads it, by GraphQL's. */
import type { Entity, KeyPart, Values } from './descriptor.ts';
import type { Compared, Value } from './kinds.ts';
import { onceFor } from './once.ts';

/** `push.includeDate` → `pushIncludeDate`, `phone_number` → `phoneNumber`. */
const plain = (name: string): string => name.replace(/[\W_]+(\w)/g, (_, letter: string) => letter.toUpperCase());

type Rules = Readonly<Record<string, Value | Compared>>;
const renamed = (values: Rules): Rules => {
  const entries = Object.entries(values).map(([name, said]): [string, Value | Compared] => {
    const value = 'object' in said && said.object ? { ...said, object: named(said.object) } : said;
    const shown = ('shownAs' in value ? value.shownAs : undefined) ?? plain(name);
    return shown === name ? [name, value] : [shown, { ...value, sdkName: name }];
  });
  const names = new Set(entries.map(([name]) => name));
  if (names.size < entries.length) throw new Error(`Two values have one name: ${[...names].join(', ')}.`);
  const isAsWritten = entries.every(([name, value]) => values[name] === value);
  return isAsWritten ? values : Object.fromEntries(entries);
};
type Nested = NonNullable<Value['object']>;
const named = onceFor((object: Nested): Nested => ({ ...object, fields: renamedOnce(object.fields) }));
/** Descriptors that share an object of fields go on sharing it. */
const renamedOnce = onceFor(renamed) as <V extends Rules>(values: V) => V;

/** A key is said by the SDK's name of the field. */
const keyIn = (part: KeyPart, fields: Values): KeyPart =>
  typeof part === 'string' ? (fields[part]?.shownAs ?? part) : part;

type Written = Entity & { readonly headers?: Readonly<Partial<Record<'create' | 'update' | 'replace', Values>>> };
const VALUES = ['fields', 'filters', 'create', 'update', 'replace', 'remove', 'fetch'] as const;

export const normalized = ({ headers, ...written }: Written): Entity => {
  const entity: Record<string, unknown> = { ...written };
  for (const name of VALUES) {
    const values = written[name];
    const more = headers?.[name as 'create'];
    if (typeof values === 'object') entity[name] = renamedOnce(more ? { ...values, ...more } : values);
  }
  const { key } = written;
  if (key !== undefined)
    entity.key = Array.isArray(key)
      ? key.map((part) => keyIn(part, written.fields))
      : keyIn(key as KeyPart, written.fields);
  return entity as unknown as Entity;
};
