/** Descriptor → the filter of its list: comparators on every field that has any, joined by and, or and not. */
import { type Entity, onceByName, type Scalar, typeName, wordsOf } from '../model/index.ts';
import type { Operator } from '../twilio/filtering/index.ts';
import { isComparable } from '../twilio/rows/index.ts';
import { describeValue, withArticle } from './descriptions.ts';
import type { AnyInput, Builder, FilterRef, Kinds } from './types.ts';

const words: Record<Operator, string> = {
  eq: 'Equals this value.',
  ne: 'Does not equal this value. Also matches null.',
  in: 'Equals one of these values.',
  notIn: 'Equals none of these values. Also matches null.',
  lt: 'Less than this value, or before this time.',
  lte: 'Less than or equal to this value, or not after this time.',
  gt: 'Greater than this value, or after this time.',
  gte: 'Greater than or equal to this value, or not before this time.',
  contains: 'Contains this text. Case-sensitive, without wildcards.',
  startsWith: 'Starts with this text. Case-sensitive.',
  endsWith: 'Ends with this text. Case-sensitive.',
  isNull: '`true`: the value is null. `false`: it is not null.',
};
const equality: readonly Operator[] = ['eq', 'ne', 'in', 'notIn', 'isNull'];
const ordered: readonly Operator[] = [...equality, 'lt', 'lte', 'gt', 'gte'];
const texts: readonly Operator[] = ['contains', 'startsWith', 'endsWith'];
const operators: Record<Scalar, readonly Operator[]> = {
  ID: equality,
  Enum: equality,
  Boolean: ['eq', 'ne', 'isNull'],
  String: [...ordered, ...texts],
  URL: [...equality, ...texts],
  Int: ordered,
  Float: ordered,
  Decimal: ordered,
  Long: ordered,
  DateTime: ordered,
  Date: ordered,
  JSON: [],
  Object: [],
};

/** Makes the filters of lists; comparators of the same type are one. */
export const createFilters = (builder: Builder, kinds: Kinds): ((entity: Entity) => FilterRef) => {
  const comparators = new Map<string, FilterRef>();
  const comparator = (operand: AnyInput, scalar: Scalar): FilterRef => {
    const operandName = typeof operand === 'string' ? operand : (operand as { name: string }).name;
    const name = `${operandName}Comparator`;
    const known = comparators.get(name);
    if (known) return known;
    const ref = builder.inputRef<object>(name).implement({
      description: `Conditions on ${withArticle(operandName)}. All must match; null never equals a value.`,
      fields: (t) =>
        Object.fromEntries(
          operators[scalar].map((operator) => {
            const description = words[operator];
            if (operator === 'isNull') return [operator, t.boolean({ description })];
            const several = operator === 'in' || operator === 'notIn';
            return [
              operator,
              several ? t.field({ type: [operand], description }) : t.field({ type: operand, description }),
            ];
          }),
        ),
    });
    comparators.set(name, ref);
    return ref;
  };

  return onceByName(
    (entity) => entity.name,
    (entity) => {
      const ref: FilterRef = builder.inputRef<object>(`${entity.name}Filter`);
      const fields = comparableFields(entity).map(([name, value]) => {
        const type = comparator(kinds.input(entity, name, value), value.scalar) as AnyInput;
        return [name, { type, ...describeValue(entity, name, value) }] as const;
      });
      const own = Object.entries(entity.filters ?? {}).flatMap(([name, rule]) => {
        if ('compares' in rule) return [];
        const description = [wordsOf(entity, name, rule), rule.must && 'Required.'].filter(Boolean).join(' ');
        const type = kinds.input(entity, name, rule);
        return [
          [name, { type: (rule.many ? [type] : type) as AnyInput, ...(description && { description }) }] as const,
        ];
      });
      builder.inputType(ref, {
        description:
          `Filter of a list of type ${typeName(entity)}. All conditions must match; null never equals a value.` +
          aboutOwn(own.map(([name]) => name)),
        fields: (t) => ({
          ...Object.fromEntries([...fields, ...own].map(([name, options]) => [name, t.field(options)])),
          and: t.field({ type: [ref], description: 'All of these match.' }),
          or: t.field({ type: [ref], description: 'At least one of these matches.' }),
          not: t.field({ type: ref, description: 'This does not match.' }),
        }),
      });
      return ref;
    },
  );
};

/** Describes all arguments that only Twilio evaluates, once for the filter. */
const aboutOwn = (names: readonly string[]): string => {
  if (names.length === 0) return '';
  const quoted = names.map((name) => `\`${name}\``);
  const listed = [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter(Boolean).join(' and ');
  return ` Twilio alone evaluates ${listed}: not allowed in \`and\`, \`or\` and \`not\`.`;
};

/** Fields of an entity's rows that compare; where Twilio has an argument of that name, the argument stands instead. */
export const comparableFields = (entity: Entity) =>
  Object.entries(entity.fields).filter(([name, value]) => {
    const rule = entity.filters?.[name];
    return isComparable(value) && (!rule || 'compares' in rule);
  });
