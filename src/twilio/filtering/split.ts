/** A filter split in two: what Twilio can evaluate goes out as parameters, and everything is checked again here. */
import { badInput } from '../../errors.ts';
import { type Compared, type Entity, memoize, onceFor, type Value, wireOf } from '../../model/index.ts';
import { encode, type Input, identityOf, read } from '../rows/index.ts';
import { type Condition, checkOwnBounds, equalTo, type Filter, readCondition } from './conditions.ts';
import { alwaysMatches, compile, couldMatch, isEverything, mentions, type RowTest } from './evaluate.ts';
import { pushDown } from './pushdown.ts';

/** One list request to Twilio. */
export interface NarrowList {
  /** Parameters of the SDK's `page`. */
  readonly params: Input;
  /** Whether a row has the values that the parameters name: false where Twilio ignores one, or compares loosely. */
  readonly obeys: RowTest;
  /** Whether a row matches the part of the filter that the list stands for. */
  readonly holds: RowTest;
}
export interface Split {
  /** The lists that together hold every match; none if no row can match. */
  readonly lists: readonly NarrowList[];
  /** Whether the same rows can be read as one wider list, should these not be in an order in which they can be merged. */
  readonly wider?: NarrowList | undefined;
  readonly accepts: RowTest;
  /** Whether it leaves out any row by a field that is compared. */
  constrains(): boolean;
  /** How many more rows than matches Twilio may answer: none, a few at the edges, or any number. */
  readonly residual: 'none' | 'edges' | 'any';
  /** Whether no row without a value in this field can match. */
  excludesNull(field: string): boolean;
  /** Equal for equal filters. */
  readonly identity: unknown;
}

/** Lists that one filter may be read as; beyond it, a scan is cheaper. */
const MAX_LISTS = 5;

/** A client's filter, read and checked. */
interface ReadFilter {
  readonly condition: Condition;
  readonly accepts: RowTest;
}

/** Lists of the same operation may share a filter of thousands of values: it is read once. */
const readFilter = onceFor((entity: Entity) =>
  onceFor((filter: Filter): ReadFilter => {
    checkOwnBounds(entity, filter);
    checkRequired(entity, filter);
    const condition = readCondition(entity, filter);
    return { condition, accepts: compile(condition) };
  }),
);

const NO_FILTER: Filter = {};

/**
 * Reads a client's filter, and the values that the rows of a relation have. Throws bad input for a filter that says
 * nothing where it should.
 */
export const splitFilter = (
  entity: Entity,
  given?: Filter | null,
  where?: Readonly<Record<string, unknown>>,
): Split => {
  const filter = given ?? NO_FILTER;
  return where ? splitWith(entity, filter, where) : splitWhole(entity)(filter);
};

const splitWhole = onceFor((entity: Entity) => onceFor((filter: Filter): Split => splitWith(entity, filter)));

const splitWith = (entity: Entity, filter: Filter, where?: Readonly<Record<string, unknown>>): Split => {
  const { condition: own, accepts: acceptsOwn } = readFilter(entity)(filter);
  const location = where && equalTo(entity, where);
  const condition = location ? { all: [location, own] } : own;
  const isHere = location && compile(location);
  const accepts: RowTest = isHere ? (row) => isHere(row) && acceptsOwn(row) : acceptsOwn;
  const rechecked = recheck(entity, filter);
  const args = argumentsOf(entity, filter, condition);
  const alternatives = alternativesOf(entity, condition);
  const isOneOf = alternatives.length > 1;
  const lists = alternatives.flatMap((alternative) => narrow(entity, alternative, args) ?? []);
  const isDefaulted = hiddenDefaults(entity).length > 0;
  return {
    lists,
    wider: isOneOf && !isDefaulted ? narrow(entity, { condition, fixed: {} }, args) : undefined,
    accepts: rechecked ? (row) => accepts(row) && rechecked(row) : accepts,
    constrains: () => !isEverything(own),
    residual: worst(alternatives.map((each) => residualOf(entity, each.condition, each.fixed))),
    excludesNull: (field) => !couldMatch(condition, field, null),
    identity: [filter, where ?? null],
  };
};

/** Throws bad input for a filter without an argument that Twilio insists on. */
const checkRequired = (entity: Entity, filter: Filter): void => {
  for (const [name, { must }] of ownArguments(entity))
    if (must && filter[name] === undefined)
      throw badInput(`filter.${name}`, 'must be given; Twilio has no list without it');
};

/** A part of the condition, and the values that fields have in it because a list is requested with them. */
interface Alternative {
  readonly condition: Condition;
  readonly fixed: Readonly<Record<string, unknown>>;
}

const alternativesOf = (entity: Entity, condition: Condition): readonly Alternative[] => {
  const defaults = hiddenDefaults(entity);
  if (defaults.length === 0) return branchesOf(entity, condition).map((each) => ({ condition: each, fixed: {} }));
  return defaults.reduce<readonly Alternative[]>(
    (alternatives, name) => alternatives.flatMap((each) => byValue(entity, name, each)),
    [{ condition, fixed: {} }],
  );
};

/** Fields that Twilio compares, and how. */
const comparedFields = onceFor(({ filters }: Entity): readonly (readonly [name: string, rule: Compared])[] =>
  Object.entries(filters ?? {}).flatMap(([name, rule]) => ('compares' in rule ? [[name, rule] as const] : [])),
);
/** Arguments of Twilio's own, which are no fields of the rows. */
const ownArguments = onceFor(({ filters }: Entity): readonly (readonly [name: string, argument: Value])[] =>
  Object.entries(filters ?? {}).flatMap(([name, rule]) => ('compares' in rule ? [] : [[name, rule] as const])),
);
/** Parameters without which Twilio lists only rows with one value, chosen by itself. */
const hiddenDefaults = onceFor((entity: Entity): readonly string[] =>
  comparedFields(entity).flatMap(([name, rule]) => (rule.defaultValue === undefined ? [] : [name])),
);

/** A list for each value that can match, or one for all of them where Twilio takes several. */
const byValue = (entity: Entity, name: string, { condition, fixed }: Alternative): readonly Alternative[] => {
  const values = (entity.fields[name]?.values ?? []).filter((value) => couldMatch(condition, name, value));
  const rule = entity.filters?.[name];
  const takesMany = rule !== undefined && 'compares' in rule && rule.takesMany === true && values.length > 0;
  return (takesMany ? [values] : values).map((value) => ({ condition, fixed: { ...fixed, [name]: value } }));
};

/** `or` and `in` of values that Twilio compares: a list for each, where their rows can be merged in order. */
const branchesOf = (entity: Entity, condition: Condition): readonly Condition[] => {
  if (!entity.sortedBy) return [condition];
  const parts = 'all' in condition ? condition.all : [condition];
  const equals = comparedFields(entity).filter(([, rule]) => rule.compares === 'equal');
  const pushed = (branch: Condition) => equals.filter(([name, rule]) => isPushed(name, rule, branch)).length;
  for (const choice of parts) {
    const choices = choicesOf(entity, choice);
    if (choices.length < 2 || choices.length > MAX_LISTS) continue;
    const others = parts.filter((part) => part !== choice);
    const branches = choices.map((part): Condition => ({ all: [part, ...others] }));
    const common = pushed(condition);
    if (branches.every((branch) => pushed(branch) > common)) return branches;
  }
  return [condition];
};

/** Alternatives, one of them enough: the parts of an `or`, and one for each value of an `in`. */
const choicesOf = (entity: Entity, condition: Condition): readonly Condition[] =>
  'any' in condition || ('field' in condition && condition.operator === 'in')
    ? knownChoices(entity)(condition)
    : [condition];
const knownChoices = onceFor((entity: Entity) =>
  onceFor((condition: Condition): readonly Condition[] => {
    if ('any' in condition) return condition.any.flatMap((part) => choicesOf(entity, part));
    if (!('field' in condition)) return [condition];
    const rule = entity.filters?.[condition.field];
    if (!rule || !('compares' in rule) || rule.compares !== 'equal' || rule.takesMany) return [condition];
    const values = new Map([condition.operand].flat().map((value) => [identityOf(condition.scalar, value), value]));
    return [...values.values()].map((operand): Condition => ({ ...condition, operator: 'eq', operand }));
  }),
);

const isPushed = (name: string, rule: Compared, condition: Condition): boolean => {
  const pushed = pushDown(name, rule, condition);
  return pushed === undefined || Object.keys(pushed).length > 0;
};

/** The request to Twilio; `undefined` if no row can match. */
const narrow = (entity: Entity, { condition, fixed }: Alternative, args: Input): NarrowList | undefined => {
  const params: Record<string, unknown> = { ...args, ...fixed };
  for (const [name, rule] of comparedFields(entity)) {
    if (name in fixed) continue;
    const pushed = pushDown(name, rule, condition);
    if (!pushed) return undefined;
    Object.assign(params, pushed);
  }
  const test = memoize(() => compile(condition));
  return { params, obeys: obedienceOf(entity, params), holds: (row) => test()(row) };
};

const obedienceOf = (entity: Entity, params: Input): RowTest => {
  const wanted = Object.entries(params).flatMap(([name, value]) => {
    const rule = entity.filters?.[name];
    const field = entity.fields[name];
    if (!rule || !field || !('compares' in rule) || rule.compares !== 'equal') return [];
    const identities = new Set([value].flat().map((each) => identityOf(field.scalar, each)));
    return [{ name, scalar: field.scalar, identities }];
  });
  return (row) => wanted.every(({ name, scalar, identities }) => identities.has(identityOf(scalar, read(row, name))));
};

/** Arguments of Twilio's own: those given, and those without which it leaves out rows that the condition names. */
const argumentsOf = (entity: Entity, filter: Filter, condition: Condition): Input => {
  const args: Record<string, unknown> = {};
  for (const [name, rule] of ownArguments(entity)) {
    const { reveals, sdkName = name } = rule;
    const given = filter[name];
    const isNeeded =
      reveals && mentions(condition, reveals.field) && couldMatch(condition, reveals.field, reveals.value);
    if (given !== undefined) args[sdkName] = encode(rule, given, wireOf(entity).json);
    else if (isNeeded) args[sdkName] = true;
  }
  return args;
};

/** Checks arguments of Twilio's that a row shows to be obeyed or not. */
const recheck = (entity: Entity, filter: Filter): RowTest | undefined => {
  const tests = ownArguments(entity).flatMap(([name, argument]) => obeying(argument, filter[name]) ?? []);
  return tests.length > 0 ? (row) => tests.every((test) => test(row)) : undefined;
};

/** Whether a row has what the argument asks for, or does not tell; `undefined` where no row tells. */
const obeying = ({ reveals, recheck }: Value, wanted: unknown): RowTest | undefined => {
  if (wanted === undefined) return undefined;
  if (reveals && wanted === false) return (row) => read(row, reveals.field) !== reveals.value;
  if (!recheck) return undefined;
  return ({ json }) => {
    const found = valueAt(json, recheck.path) ?? null;
    return found === null || recheck.holds(found, wanted);
  };
};

/** Twilio spells some of these names in capitals: `SMS`. */
const valueAt = (json: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, step) => {
    const entry = Object.entries(value ?? {}).find(([name]) => name.toLowerCase() === step.toLowerCase());
    return entry?.[1];
  }, json);

type Residual = Split['residual'];
const worst = (residuals: readonly Residual[]): Residual =>
  residuals.includes('any') ? 'any' : residuals.includes('edges') ? 'edges' : 'none';

const residualOf = (entity: Entity, condition: Condition, fixed: Alternative['fixed']): Residual => {
  if (
    Object.entries(fixed).some(([name, values]) =>
      [values].flat().every((each) => alwaysMatches(condition, name, each)),
    )
  )
    return 'none';
  if ('all' in condition) return worst(condition.all.map((part) => residualOf(entity, part, fixed)));
  if ('any' in condition || 'not' in condition) return 'any';
  const rule = entity.filters?.[condition.field];
  if (!rule || !('compares' in rule)) return 'any';
  if (rule.compares === 'equal')
    return condition.operator === 'eq' || (rule.takesMany && condition.operator === 'in') ? 'none' : 'any';
  return isBounded(rule, condition.operator) && rule.compares === 'range' ? 'edges' : 'any';
};

/** Whether Twilio takes the bounds that a comparison sets. */
const isBounded = ({ bounds: [lower, upper] = ['', ''] }: Compared, operator: string): boolean => {
  if (operator === 'eq') return lower !== undefined && upper !== undefined;
  if (operator === 'gt' || operator === 'gte') return lower !== undefined;
  return (operator === 'lt' || operator === 'lte') && upper !== undefined;
};
