/** Random queries over any schema: aliases, fragments, conditions, arguments and variables. */
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Chance } from '../../support/chance.ts';

const CONDITIONS = ['@skip(if: $yes)', '@skip(if: $no)', '@include(if: $no)', '@include(if: $yes)', '@skip(if: false)'];
const VARIABLES = '$yes: Boolean!, $no: Boolean = false, $text: String, $number: Int, $missing: Int';

const literal = (c: Chance, type: GraphQLInputType): string => {
  if (isNonNullType(type)) return literal(c, type.ofType);
  if (isListType(type)) return `[${literal(c, type.ofType)}]`;
  if (isEnumType(type)) return c.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((each) => isNonNullType(each.type));
    return `{${required.map((each) => `${each.name}: ${literal(c, each.type)}`).join(', ')}}`;
  }
  if (type.name === 'Int' || type.name === 'Float') return String(c.below(5));
  if (type.name === 'Boolean') return c.pick(['true', 'false']);
  if (type.name === 'JSON') return '{a: 1}';
  return '"text"';
};

const argumentsOf = (c: Chance, field: GraphQLField<unknown, unknown>): string => {
  const given = field.args.flatMap((arg) => {
    if (!isNonNullType(arg.type) && c.below(4) > 0) return [];
    const { name } = getNamedType(arg.type);
    const isPlain = !isListType(arg.type) && !isNonNullType(arg.type);
    if (isPlain && name === 'String' && c.below(2)) return [`${arg.name}: $text`];
    if (isPlain && name === 'Int' && c.below(2)) return [`${arg.name}: ${c.pick(['$number', '$missing'])}`];
    return [`${arg.name}: ${literal(c, arg.type)}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
};

const ALIASES = ['__proto__', 'constructor', 'toString', 'a', 'b'];

/** A query, its fragments among it. Not all are valid: two fields may share a response key. */
export const randomDocument = (c: Chance, schema: GraphQLSchema, depth: number): string => {
  const fragments: string[] = [];
  const condition = () => (c.below(8) === 0 ? ` ${c.pick(CONDITIONS)}` : '');
  const fieldOf = (field: GraphQLField<unknown, unknown>, left: number): string => {
    const type = getNamedType(field.type);
    const alias = c.below(12) === 0 ? `${c.pick(ALIASES)}: ` : '';
    const inside = isCompositeType(type) ? ` ${selectionOf(type, left - 1)}` : '';
    return `${alias}${field.name}${argumentsOf(c, field)}${condition()}${inside}`;
  };
  const selectionOf = (type: GraphQLCompositeType, left: number): string => {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const leaves = fields.filter((each) => !isCompositeType(getNamedType(each.type)));
    const selectable = left > 0 ? fields : leaves;
    const parts: string[] = [];
    for (let n = 1 + c.below(4); n > 0; n--) {
      const kind = c.below(10);
      if (kind === 0 || selectable.length === 0) parts.push('__typename');
      else if (kind === 1) parts.push(`... ${condition()} ${selectionOf(type, left - 1)}`);
      else if (kind === 2) {
        const name = `F${fragments.push('')}`;
        fragments[Number(name.slice(1)) - 1] = `fragment ${name} on ${type.name} ${selectionOf(type, left - 1)}`;
        parts.push(`...${name}${condition()}`);
        if (c.below(2)) parts.push(`...${name}`);
      } else parts.push(fieldOf(c.pick(selectable), left));
    }
    if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type).slice(0, 3))
        parts.push(`... on ${possible.name} ${selectionOf(possible, left - 1)}`);
    if (isObjectType(type) && type.getInterfaces().length > 0 && c.below(3) === 0)
      parts.push(`... on ${c.pick(type.getInterfaces()).name} { __typename }`);
    return `{ ${parts.join(' ')} }`;
  };
  const selection = selectionOf(schema.getQueryType() as GraphQLObjectType, depth);
  return `query Random(${VARIABLES}) ${selection} ${fragments.join(' ')}`;
};
