/** The GraphQL types of descriptor kinds. Enums with the same name and values are shared. */
import type { EnumRef, InputRef } from '@pothos/core';
import type { Context } from '../context.ts';
import { type Entity, enumName, propertyWordsOf, typeName, upperFirst, type Value } from '../model/index.ts';
import { UNRECOGNIZED } from '../twilio/rows/index.ts';
import { withArticle } from './descriptions.ts';
import { makeFields } from './makeFields.ts';
import { masked } from './personal.ts';
import type { AnyInput, AnyOutput, Builder, Kinds, PothosTypes } from './types.ts';

/** A property of an object of a row, which does not say to which account it belongs. */
const personalProperty =
  (name: string, value: Value) =>
  (parent: object, _args: unknown, { client }: Context): unknown => {
    const found = (parent as Record<string, unknown>)[name];
    return client.rights.showsAllPersonalData ? found : masked(name, value, found);
  };

type Nested = NonNullable<Value['object']>;

export const createKinds = (builder: Builder): Kinds => {
  const enums = new Map<string, { ref: EnumRef<PothosTypes, string>; values: string }>();

  const makeEnum = (name: string, value: Value, description: string | undefined, shown: boolean) => {
    const values = value.values ?? [];
    const entries = values.map((word) => [enumName(word), { value: word }] as const);
    const unrecognized = {
      value: UNRECOGNIZED,
      description: 'A value that Twilio added after this release. Returned only; not accepted as input.',
    };
    const ref = builder.enumType(name, {
      ...(description && { description }),
      values: Object.fromEntries(shown ? [...entries, [UNRECOGNIZED, unrecognized] as const] : entries),
    });
    enums.set(name, { ref, values: values.join() });
    return ref;
  };

  const enumOf = (entity: Entity, name: string, value: Value, operation = ''): EnumRef<PothosTypes, string> => {
    const own = value.enumName ?? `${typeName(entity)}${upperFirst(name)}`;
    const known = enums.get(own);
    const description = `Values of \`${typeName(entity)}.${name}\`.`;
    if (!known) {
      const shown = entity.fields[name]?.values !== undefined || value.enumName !== undefined;
      return makeEnum(own, value, value.enumName ? undefined : description, shown);
    }
    if (known.values === value.values?.join()) return known.ref;
    const other = `${entity.name}${operation}${upperFirst(name)}`;
    return (
      enums.get(other)?.ref ??
      makeEnum(other, value, `Values accepted for \`${name}\` of ${withArticle(entity.name)}.`, false)
    );
  };

  const objects = new Map<string, { type: AnyOutput; fields: Nested['fields'] }>();
  const objectOf = (entity: Entity, { name, fields, shared, words }: Nested): AnyOutput => {
    const own = shared ? name : `${typeName(entity)}${name}`;
    const known = objects.get(own);
    if (known && known.fields !== fields) throw new Error(`Two objects are named ${own}.`);
    if (known) return known.type;
    const ref = builder.objectRef<object>(own);
    objects.set(own, { type: ref, fields });
    const shown = Object.entries(fields).filter(([, { hidden }]) => !hidden);
    return ref.implement({
      ...(words && { description: words }),
      fields: (t) =>
        makeFields<object>(
          t,
          Object.fromEntries(
            shown.map(([field, value]) => [
              field,
              {
                type: kinds.output(entity, `${name}${upperFirst(field)}`, value),
                description: value.words,
                ...(value.personal && { resolve: personalProperty(field, value) }),
              },
            ]),
          ),
        ),
    });
  };

  const inputs = new Map<string, { ref: InputRef<unknown>; object: Nested }>();
  const inputOf = (entity: Entity, object: Nested, operation = ''): InputRef<unknown> => {
    const plain = `${entity.name}${object.name}Input`;
    const isFree = (inputs.get(plain)?.object.fields ?? object.fields) === object.fields;
    const name = isFree ? plain : `${entity.name}${operation}${object.name}Input`;
    const known = inputs.get(name);
    if (known && known.object.fields !== object.fields) throw new Error(`Two inputs are named ${name}.`);
    if (known) return known.ref;
    const ref = builder.inputRef<object>(name);
    inputs.set(name, { ref, object });
    ref.implement({
      fields: (t) =>
        Object.fromEntries(
          Object.entries(object.fields).map(([field, value]) => {
            const type = kinds.input(entity, `${object.name}${upperFirst(field)}`, value, operation as 'Create');
            const description = propertyWordsOf(entity, object.name, field, value);
            const options = { required: value.must === true, ...(description && { description }) };
            return [field, value.many ? t.field({ ...options, type: [type] }) : t.field({ ...options, type })];
          }),
        ),
    });
    return ref;
  };

  const kinds: Kinds = {
    output: (entity, name, value) => {
      const type = value.object
        ? objectOf(entity, value.object)
        : value.scalar === 'Enum'
          ? enumOf(entity, name, value)
          : value.scalar;
      return (value.many ? [type] : type) as AnyOutput;
    },
    input: (entity, name, value, operation) => {
      if (value.object) return inputOf(entity, value.object, operation) as AnyInput;
      if (value.scalar !== 'Enum') return value.scalar as AnyInput;
      const field = entity.fields[name];
      if (field?.scalar === 'Enum') enumOf(entity, name, field);
      return enumOf(entity, name, value, operation) as AnyInput;
    },
  };
  return kinds;
};
