/**
 * Schemas of some of the products. Building the schema of all products blocks the process for seconds and takes 100 MB,
 * while a document usually names one or two: it is answered by the schema of those. Documents that name others, ask for
 * the schema itself or contain a mistake are answered by the whole, which is built then.
 */
import { type DocumentNode, type GraphQLSchema, Kind, type SelectionSetNode, visit } from 'graphql';
import {
  bulkMutationName,
  createRegistry,
  type Entity,
  fromGlobalId,
  lowerFirst,
  mutationName,
  onceFor,
  productFamily,
  productOf,
  type Registry,
  typeName,
  upperFirst,
} from '../model/index.ts';
import { buildSchema } from './schema.ts';

/** The core API, which is in every schema: everything else is about it. */
export const CORE = 'api';
/** More schemas of parts than this would take more memory than the whole. */
const MAX_PARTS = 8;

/** Names of products without their versions. */
type Families = ReadonlySet<string>;

export class Schemas {
  readonly #registry: Registry;
  readonly #families: Families;
  readonly #built = new Map<GraphQLSchema, Families>();
  /** What a name, or the beginning of a name, says about the product that it belongs to. */
  readonly #byField = new Map<string, Families>();
  readonly #byMutation: readonly (readonly [start: string, family: string])[];
  readonly #byType: readonly (readonly [start: string, family: string])[];

  constructor(registry: Registry) {
    const others = registry.entities.filter((entity) => productFamily(entity) !== CORE);
    this.#registry = registry;
    this.#families = new Set(registry.entities.map(productFamily));
    const starts = (namesOf: (entity: Entity) => readonly string[]) =>
      others.flatMap((entity) => namesOf(entity).map((name) => [name, productFamily(entity)] as const));
    this.#byMutation = starts((entity) => [mutationName(entity), bulkMutationName(entity)]);
    this.#byType = starts((entity) => [typeName(entity), upperFirst(productOf(entity).entry ?? typeName(entity))]);
    for (const entity of others)
      for (const name of [productOf(entity).entry, lowerFirst(typeName(entity))])
        if (name) this.#byField.set(name, new Set([...(this.#byField.get(name) ?? []), productFamily(entity)]));
  }

  get core(): GraphQLSchema {
    return this.#of(new Set());
  }

  get whole(): GraphQLSchema {
    return this.#of(this.#families);
  }

  /** Schemas that may have all that a document names, the smallest first; the last one is the whole. */
  *candidates(document: DocumentNode): Iterable<GraphQLSchema> {
    if (!readsWholeSchema(document)) {
      const named = this.#named(namesIn(document));
      const small = this.#of(named);
      yield small;
      const larger = this.#of(new Set([...named, ...this.#referredTo(named)]));
      if (larger !== small) yield larger;
      if (larger === this.whole) return;
    }
    yield this.whole;
  }

  /** A schema that has what `schema` has, and the types of the global IDs that a document and its variables name. */
  withNodes(schema: GraphQLSchema, document: DocumentNode, variables: unknown): GraphQLSchema {
    const literals = idsIn(document);
    if (!literals) return schema;
    const families = [...literals, ...stringsIn(variables)].flatMap((id) => this.#familyOfId(id) ?? []);
    return this.#of(new Set([...(this.#built.get(schema) ?? []), ...families]));
  }

  #of(wanted: Families): GraphQLSchema {
    for (const [schema, families] of this.#built) if ([...wanted].every((each) => families.has(each))) return schema;
    const families = this.#built.size < MAX_PARTS ? this.#closed(new Set([CORE, ...wanted])) : this.#families;
    const entities = this.#in(families);
    const isWhole = entities.length === this.#registry.entities.length;
    const schema = buildSchema(isWhole ? this.#registry : createRegistry(entities, this.#registry.entities));
    if (isWhole) this.#built.clear();
    this.#built.set(schema, families);
    return schema;
  }

  /** With the products of all that a field of theirs can lead to where it can lead to one of theirs: unions stay whole. */
  #closed(families: Families): Families {
    const more = this.#in(families).flatMap((entity) =>
      Object.values(entity.fields).flatMap(({ target }) => {
        const those = target ? this.#registry.targets(target).map(productFamily) : [];
        return those.some((each) => families.has(each)) ? those.filter((each) => !families.has(each)) : [];
      }),
    );
    return more.length === 0 ? families : this.#closed(new Set([...families, ...more]));
  }

  #in(families: Families): readonly Entity[] {
    return this.#registry.entities.filter((entity) => families.has(productFamily(entity)));
  }

  #named({ fields, types, hasMutation }: Names): Families {
    const families = new Set<string>();
    const addStarting = (names: Iterable<string>, starts: readonly (readonly [string, string])[]) => {
      for (const name of names) for (const [start, family] of starts) if (name.startsWith(start)) families.add(family);
    };
    for (const name of fields) for (const family of this.#byField.get(name) ?? []) families.add(family);
    if (hasMutation) addStarting(fields, this.#byMutation);
    addStarting(types, this.#byType);
    return families;
  }

  /** The products that rows of these refer to. */
  #referredTo(families: Families): readonly string[] {
    return this.#in(new Set([CORE, ...families]))
      .flatMap((entity) => [
        ...Object.values(entity.fields).flatMap(({ target }) => (target ? this.#registry.targets(target) : [])),
        ...Object.values(entity.relations ?? {}).flatMap(({ list }) => this.#registry.find(list) ?? []),
      ])
      .map(productFamily);
  }

  #familyOfId(id: string): string | undefined {
    try {
      return productFamily(fromGlobalId(id, this.#registry.find).entity);
    } catch {
      // It names nothing; the field says so.
      return undefined;
    }
  }
}

interface Names {
  readonly fields: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly hasMutation: boolean;
}

const namesIn = (document: DocumentNode): Names => {
  const [fields, types] = [new Set<string>(), new Set<string>()];
  let hasMutation = false;
  visit(document, {
    Field: ({ name }) => void fields.add(name.value),
    NamedType: ({ name }) => void types.add(name.value),
    OperationDefinition: ({ operation }) => {
      hasMutation ||= operation === 'mutation';
    },
  });
  return { fields, types, hasMutation };
};

/** The root fields of all operations, also of those in fragments. */
const rootFieldsOf = ({ definitions }: DocumentNode): ReadonlySet<string> => {
  const names = new Set<string>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const each of selections)
      if (each.kind === Kind.FIELD) names.add(each.name.value);
      else if (each.kind === Kind.INLINE_FRAGMENT) collect(each.selectionSet);
      else if (!spread.has(each.name.value)) {
        spread.add(each.name.value);
        for (const other of definitions)
          if (other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === each.name.value)
            collect(other.selectionSet);
      }
  };
  for (const each of definitions) if (each.kind === Kind.OPERATION_DEFINITION) collect(each.selectionSet);
  return names;
};

/**
 * Whether a document is about the schema itself. One that asks for nothing but `__schema` can be validated by any
 * schema: its answer is made elsewhere.
 */
const readsWholeSchema = (document: DocumentNode): boolean => {
  const roots = rootFieldsOf(document);
  return roots.has('__type') || roots.has('entities') || (roots.has('__schema') && roots.size > 1);
};

/** What may be global IDs in a document that asks for objects by their IDs; `undefined` if it does not. */
const idsIn = onceFor((document: DocumentNode): readonly string[] | undefined => {
  const roots = rootFieldsOf(document);
  if (!roots.has('node') && !roots.has('nodes')) return undefined;
  const strings: string[] = [];
  visit(document, { StringValue: ({ value }) => void strings.push(value) });
  return strings;
});

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};
