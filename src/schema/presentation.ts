/** How the schema presents itself to people: its description, and the order of types and root fields in the docs. */
import { type GraphQLField, type GraphQLFieldConfigMap, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Steps } from '../pause/index.ts';
import type { Assembled } from './assemble.ts';
import { collect } from './collected.ts';
import type { RootField } from './types.ts';

const description = `All of Twilio's products as one GraphQL API.

Start with \`messages\`, \`calls\` or \`incomingPhoneNumbers\`: every list takes \`filter\`, \`orderBy\` and \`first\`, and related objects are fields of each row. Writes are mutations named after their object, such as \`messageCreate\`. Products outside the core API are fields such as \`verify\`.

\`entities\` describes everything that this API has. \`rateLimit(dryRun: true)\` returns the cost of an operation without running it.`;

/** Entities whose root fields come first in the docs, most used first. */
const FIRST: readonly string[] = [
  'Message',
  'Call',
  'IncomingPhoneNumber',
  'Recording',
  'Conference',
  'Participant',
  'AvailablePhoneNumberLocal',
  'UsageRecord',
  'Account',
  'Balance',
  'Media',
  'Queue',
  'Transcription',
];
/** Fields that belong to this API rather than to Twilio. They come last. */
const OWN: readonly string[] = ['node', 'nodes', 'entities', 'operation', 'rateLimit'];

const rankOf = ({ name, extensions }: GraphQLField<unknown, unknown>): number => {
  if (OWN.includes(name)) return FIRST.length + 1 + OWN.indexOf(name);
  const { entity, operation } = (extensions.rootField ?? {}) as Partial<RootField>;
  const rank = entity ? FIRST.indexOf(entity.name) : -1;
  return rank < 0 ? FIRST.length : rank + (operation === 'GET' ? 0.5 : 0);
};

const inOrder = (type: GraphQLObjectType): GraphQLObjectType => {
  const config = type.toConfig();
  const names = Object.values(type.getFields())
    .sort((left, right) => rankOf(left) - rankOf(right))
    .map(({ name }) => name);
  const fields = Object.fromEntries(names.map((name) => [name, config.fields[name]]));
  return new GraphQLObjectType({ ...config, fields: fields as GraphQLFieldConfigMap<unknown, unknown> });
};

/** The schema of these types for people: GraphiQL lists and searches types and fields in the order of the schema. */
export function* present({ query, mutation, types }: Assembled): Steps<GraphQLSchema> {
  const reads = query && inOrder(query);
  yield;
  const writes = mutation && inOrder(mutation);
  yield;
  const others = types.filter((type) => type !== query && type !== mutation);
  const roots = [reads, writes].filter((root) => root !== undefined);
  return yield* collect({ description, query: reads, mutation: writes, types: [...roots, ...others] });
}
