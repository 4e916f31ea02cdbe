/** Random requests that try to hold up a server: of each kind, documents and variables near the limits of a document. */
import { gzipSync } from 'node:zlib';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Mulberry32: the same requests for the same seed. */
export const randomOf = (seed) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, pick: (items) => items[below(items.length)] };
};

const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const TEXTS = [
  '',
  'x',
  '\u0000',
  '"\\',
  '\ud83d\ude00',
  '\ud800',
  '\u202e',
  'é'.repeat(500),
  '+15550100001',
  '1e999999999',
];
const NUMBERS = [0, -1, 2 ** 31 - 1, 2 ** 53, 1e308, 0.1];
const SCALARS = {
  Int: (random) => random.pick([0, 1, -1, 2 ** 31 - 1]),
  Float: (random) => random.pick(NUMBERS),
  Boolean: (random) => random.below(2) === 1,
  DateTime: (random) => random.pick(['2026-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'x']),
  Date: (random) => random.pick(['2026-01-01', '2026-02-30']),
  Decimal: (random) => random.pick(['1', '-0.000000001', '1e9', '9'.repeat(300)]),
  Long: (random) => random.pick(['1', '9223372036854775808']),
  ID: (random) =>
    random.pick(['CA', 'SM', 'AC']) +
    random
      .below(2 ** 31)
      .toString(16)
      .padStart(32, '0'),
};

/** What makes requests for a schema. */
export const attacksOn = (schema, random) => {
  const { below, pick } = random;
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  const queries = Object.values(query.getFields());
  const mutations = Object.values(mutation.getFields());
  const types = Object.values(schema.getTypeMap());
  const lists = queries.filter(
    ({ args }) => args.some(({ name }) => name === 'filter') && !args.some(isRequiredArgument),
  );

  const randomValue = (type, depth = 4) => {
    if (isNonNullType(type)) return randomValue(type.ofType, depth);
    if (isListType(type)) return times(below(depth + 2), () => randomValue(type.ofType, depth - 1));
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (!isInputObjectType(type)) return (SCALARS[type.name] ?? (() => pick(TEXTS)))(random);
    const fields = Object.values(type.getFields()).filter(
      ({ type: each }) => isNonNullType(each) || (depth > 0 && below(3) === 0),
    );
    return Object.fromEntries(fields.map((field) => [field.name, randomValue(field.type, depth - 1)]));
  };
  const literalOf = (value, type) => {
    const named = getNullableType(type);
    if (isListType(named)) return `[${value.map((each) => literalOf(each, named.ofType)).join(' ')}]`;
    if (isEnumType(named)) return value;
    if (!isInputObjectType(named)) return JSON.stringify(value);
    const fields = named.getFields();
    return `{${Object.entries(value)
      .map(([name, each]) => `${name}: ${literalOf(each, fields[name].type)}`)
      .join(' ')}}`;
  };
  const argumentsOf = (field, isFull = false) => {
    const given = field.args.filter((arg) => isRequiredArgument(arg) || isFull || below(4) === 0);
    const written = given.map((arg) => `${arg.name}: ${literalOf(randomValue(arg.type), arg.type)}`);
    return written.length > 0 ? `(${written.join(' ')})` : '';
  };
  const selectionOf = (type, depth, width) => {
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const chosen = times(Math.min(width, fields.length), () => pick(fields));
    const selected = chosen.flatMap((field, i) => {
      const named = getNamedType(field.type);
      if (!isCompositeType(named)) return [`f${i}: ${field.name}${argumentsOf(field)}`];
      return depth > 0 ? [`f${i}: ${field.name}${argumentsOf(field)} ${selectionOf(named, depth - 1, width)}`] : [];
    });
    return `{ __typename ${selected.join(' ')} }`;
  };
  const rootOf = (field, depth = 2, width = 6) => {
    const named = getNamedType(field.type);
    return `${field.name}${argumentsOf(field)}${isCompositeType(named) ? ` ${selectionOf(named, depth, width)}` : ''}`;
  };
  const aliases = (n, make) => `{ ${times(n, (i) => `a${i}: ${make(i)}`).join(' ')} }`;
  const listIn = () => pick(lists);
  const filterOf = (field) => getNamedType(field.args.find(({ name }) => name === 'filter').type);
  const conditionsOf = (field, n) => {
    const conditions = Object.values(filterOf(field).getFields()).filter(
      ({ name, type }) => !['and', 'or', 'not'].includes(name) && isInputObjectType(getNamedType(type)),
    );
    return times(n, () => {
      const { name, type } = pick(conditions);
      const operator = pick(Object.values(getNamedType(type).getFields()));
      return { [name]: { [operator.name]: randomValue(operator.type) } };
    });
  };
  const nested = (n, inner) =>
    times(n, () => 0).reduce((text) => pick([{ and: [text] }, { not: text }, { or: [text] }]), inner);
  const globalIds = (n) =>
    times(n, () =>
      pick([
        () => Buffer.from(`Call:${SCALARS.ID(random)}`).toString('base64url'),
        () => Buffer.from(pick(['Worker:WS:WK', 'x', 'Call', '\u0000'])).toString('base64url'),
        () => pick(TEXTS),
      ])(),
    );

  const kinds = {
    'random queries': () => ({
      query: `{ ${times(1 + below(20), (i) => `r${i}: ${rootOf(pick(queries), 3)}`).join(' ')} }`,
    }),
    'wide selections': () => ({ query: `{ ${rootOf(pick(queries), 3, 5 + below(20))} }` }),
    'aliases of lists': () => {
      const field = listIn();
      const inside = pick(['totalCount', 'nodes { __typename }', 'pageInfo { hasNextPage }', 'edges { cursor }']);
      return { query: aliases(600, (i) => `${field.name}(first: ${1 + (i % 7)}) { ${inside} }`) };
    },
    'aliases of one row': () => ({ query: aliases(400, () => `call(sid: "${SCALARS.ID(random)}") { sid status }`) }),
    'aliases of scalars': () => ({ query: aliases(1650, () => '__typename') }),
    'aliases of rows': () => ({
      query: `{ calls(first: ${1 + below(1000)}) { nodes ${aliases(1000 + below(600), () => pick(['sid', 'price', 'startTime', 'status']))} } }`,
    }),
    'fragments in fragments': () => {
      const depth = 2 + below(10);
      const spread = (i) => times(1 + below(3), () => `...F${i + 1}`).join(' ');
      const fragments = times(
        depth,
        (i) => `fragment F${i} on Call { sid p${i}: price ${i + 1 < depth ? spread(i) : ''} }`,
      );
      return { query: `{ calls(first: 100) { nodes { ${'...F0 '.repeat(1 + below(500))} } } } ${fragments.join(' ')}` };
    },
    'fragments without end': () => ({
      query: `{ ...A } ${times(400, (i) => `fragment F${i} on Query { ...F${(i * 7 + 1) % 400} }`).join(' ')} fragment A on Query { ...F0 ...A }`,
    }),
    'merged fields': () => ({
      query: `{ ${`calls(first: 3) { nodes { ${'sid price '.repeat(5)} } } `.repeat(below(150))} }`,
    }),
    'fields in conflict': () => ({
      query: `{ ${times(500, (i) => `a${i % 3}: calls(first: ${i}) { totalCount }`).join(' ')} }`,
    }),
    nesting: () => {
      const n = 10 + below(85);
      return { query: `{ ${'account { '.repeat(n)} sid ${'}'.repeat(n)} }` };
    },
    'nested conditions': () => ({
      query: 'query ($f: CallFilter) { calls(filter: $f) { totalCount } }',
      variables: { f: nested(below(220), { price: { gt: '1' } }) },
    }),
    'thousands of conditions': () => {
      const field = listIn();
      return {
        query: `query ($f: ${filterOf(field).name}) { ${field.name}(filter: $f) { totalCount nodes { __typename } } }`,
        variables: { f: { [pick(['and', 'or'])]: conditionsOf(field, 500 + below(2500)) } },
      };
    },
    'conditions in the document': () => {
      const field = listIn();
      const type = filterOf(field);
      const written = conditionsOf(field, below(300)).map((each) => literalOf(each, type));
      return { query: `{ ${field.name}(filter: { or: [${written.join(' ')}] }) { totalCount } }` };
    },
    'values of a condition': () => ({
      query: 'query ($f: CallFilter) { calls(filter: $f) { totalCount aggregate { sum(field: PRICE) } } }',
      variables: {
        f: pick([
          { from: { notIn: times(12_000, (i) => `+1415${String(i).padStart(7, '0')}`) } },
          { price: { in: times(15_000, (i) => `${i}.${below(1000)}`) } },
          { sid: { in: times(6_000, () => SCALARS.ID(random)) } },
          { startTime: { notIn: times(9_000, (i) => new Date(i * 1e6).toISOString()) } },
        ]),
      },
    }),
    aggregates: () => ({
      query: aliases(
        40,
        (i) =>
          `calls(filter: { duration: { gte: ${i} } }) { aggregate { sum(field: PRICE) avg(field: DURATION) countBy(field: ${pick(['FROM', 'SID', 'STATUS'])}) { value count } } groupBy(field: ${pick(['START_TIME, bucket: HOUR', 'FROM', 'SID'])}) { key count sum(field: PRICE) } }`,
      ),
    }),
    'order and pages': () => ({
      query: aliases(
        20,
        () =>
          `calls(first: ${below(1001)}, orderBy: [{ field: ${pick(['PRICE', 'STATUS', 'START_TIME'])} }, { field: FROM, direction: DESC }]) { nodes { sid from to price startTime } edges { cursor } }`,
      ),
    }),
    'ids of nodes': () => ({
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      variables: { ids: globalIds(1 + below(9_000)) },
    }),
    inputs: () => {
      const field = pick(mutations);
      const declared = field.args.map((arg, i) => `$v${i}: ${arg.type}`).join(' ');
      const passed = field.args.map((arg, i) => `${arg.name}: $v${i}`).join(' ');
      const variables = Object.fromEntries(
        field.args.map((arg, i) => [`v${i}`, arg.name === 'dryRun' ? true : randomValue(arg.type, 6)]),
      );
      return { query: `mutation (${declared}) { ${field.name}(${passed}) { __typename } }`, variables };
    },
    'dry runs by filter': () => {
      const field = pick(
        mutations.filter(
          ({ args }) => args.some(({ name }) => name === 'dryRun') && args.some(({ name }) => name === 'filter'),
        ),
      );
      const given = field.args.filter(({ name, type }) => name !== 'dryRun' && (isNonNullType(type) || below(2)));
      const written = given.map((arg) => `${arg.name}: ${literalOf(randomValue(arg.type), arg.type)}`);
      return {
        query: `mutation { ${times(10, (i) => `m${i}: ${field.name}(${written.join(' ')} dryRun: true) { __typename }`).join(' ')} }`,
      };
    },
    'too many values': () => ({ query: 'query ($v: JSON) { __typename }', variables: { v: times(25_000, (i) => i) } }),
    'a long text': () => ({
      query: 'query ($f: CallFilter) { calls(filter: $f) { totalCount } }',
      variables: { f: { from: { contains: pick(['x', '\ud83d\ude00', '+1', '\u0000']).repeat(60_000) } } },
    }),
    'a long text in the document': () => ({
      query: `{ calls(filter: { from: { contains: "${pick(['x', '\\u0001', 'é'])}${'y'.repeat(100_000)}" } }) { totalCount } }`,
    }),
    'comments and commas': () => ({ query: `{ __typename ${pick([',', '#\n', ' \t', '\ufeff']).repeat(60_000)} }` }),
    introspection: () => ({
      query: pick([
        `{ __schema { types { ${pick(['name', 'kind', 'description'])} ${pick(['fields { name type { name } }', 'inputFields { name defaultValue }', 'possibleTypes { name }', 'interfaces { name }', 'enumValues { name }'])} } } }`,
        `{ __schema { types { fields { args { type { ofType { ofType { name } } } } } } calls: __typename } calls { totalCount } }`,
        `{ ${times(150, (i) => `t${i}: __type(name: "${pick(types).name}") { name fields { name type { name fields { name } } } }`).join(' ')} }`,
      ]),
    }),
    entities: () => ({
      query: aliases(1 + below(20), () => 'entities { name fields { name type } relations { name types } }'),
    }),
    'several operations': () => ({
      query: times(80, (i) => `query Q${i} { ${rootOf(pick(queries), 1, 3)} }`).join(' '),
      operationName: pick(['Q1', 'Q79', 'None']),
    }),
    'unknown names': () => ({
      query: `{ ${times(1000, (i) => `${pick(queries).name.slice(1)}${i % 50} { ${pick(types).name} }`).join(' ')} }`,
    }),
    'unknown arguments and variables': () => ({
      query: `query (${times(200, (i) => `$v${i}: ${pick(types).name}`).join(' ')}) { ${times(200, (i) => `a${i}: calls(nothing: $w${i}, first: $v${i}) { totalCount }`).join(' ')} }`,
    }),
    directives: () => ({
      query: `{ calls(first: 100) { nodes { ${times(500, (i) => `a${i}: sid @include(if: ${i % 2 === 0}) @skip(if: false)`).join(' ')} } } }`,
    }),
    'inline fragments': () => ({
      query: `{ node(id: "${globalIds(1)[0].replace(/[^\w-]/g, '')}") { ${times(700, () => `... on ${pick(types.filter(isObjectType)).name} { __typename }`).join(' ')} } }`,
    }),
    'broken documents': () => {
      const { query: text } = pick([kinds['random queries'], kinds.inputs, kinds['conditions in the document']])();
      const at = below(text.length);
      return {
        query:
          text.slice(0, at) +
          pick(['', '{', '"', '"""', '\u0000', '$', '\ud800', '}}', '...']) +
          text.slice(at + below(3)),
      };
    },
  };
  return kinds;
};

/** How a request reaches the server: by POST, compressed, by GET, or damaged. */
export const requestOf = (attack, random) => {
  const json = JSON.stringify(attack);
  const post = (body, more) => ({
    method: 'POST',
    search: '',
    headers: { 'content-type': 'application/json', ...more },
    body,
  });
  switch (random.below(8)) {
    case 0:
      return post(gzipSync(json), { 'content-encoding': 'gzip' });
    case 1: {
      const search = new URLSearchParams(
        Object.entries(attack).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      );
      if (search.toString().length > 15_000) return post(json);
      return { method: 'GET', search: `?${search}`, headers: { accept: 'application/json' }, body: undefined };
    }
    case 2:
      return post(json, { 'accept-encoding': 'gzip', accept: 'application/graphql-response+json' });
    case 3:
      return random.below(5) === 0 ? post(json.slice(0, random.below(json.length))) : post(json);
    default:
      return post(json);
  }
};
