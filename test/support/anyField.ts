/** Valid operations on any root field of the schema, with the least arguments that it takes. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

const SAMPLES: Readonly<Record<string, string>> = {
  ID: `"AC${'0'.repeat(32)}"`,
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2026-11-22T09:30:00Z"',
  Date: '"2026-11-22"',
  Decimal: '"1"',
  Long: '"1"',
  URL: '"https://example.com/"',
};

/** A literal of this type. */
export const literalOf = (type: GraphQLInputType): string => {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return SAMPLES[type.name] ?? '"text"';
  const needed = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${needed.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
};

const argumentsOf = (args: readonly GraphQLArgument[], more: Readonly<Record<string, string>>): string => {
  const given = args
    .filter((arg) => isRequiredArgument(arg) || more[arg.name] !== undefined)
    .map((arg) => `${arg.name}: ${more[arg.name] ?? literalOf(arg.type)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
};

/** `field(required: …) { selection }`. */
export const selectionOf = (
  field: GraphQLField<unknown, unknown>,
  more: Readonly<Record<string, string>> = {},
  inside = '__typename',
): string => {
  const below = isLeafType(getNamedType(field.type)) ? '' : ` { ${inside} }`;
  return `${field.name}${argumentsOf(field.args, more)}${below}`;
};
