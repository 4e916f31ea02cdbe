/**
 * Schemas of some of the products. Building the schema of all products takes seconds and 100 MB, while a document usually
 * names one or two: it is answered by the schema of those. What introspection shows of the whole was written by the
 * build; the whole itself is built for documents that lead from one product to many others. A schema is built in slices,
 * one at a time, so that other requests are answered meanwhile.
 */
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import {
  bulkMutationName,
  createRegistry,
  type Entity,
  lowerFirst,
  memoize,
  mutationName,
  productFamily,
  productOf,
  type Registry,
  readOpenly,
  singular,
  typeName,
  upperFirst,
} from '../model/index.ts';
import { forEachInSlices, runAtOnce, runInSlices, type Steps } from '../pause/index.ts';
import { idsIn, lacksNames, type Names, namesIn, stringsIn } from './documentNames.ts';
import type { DescribedEntity } from './extra/entities.ts';
import { IntrospectedSchema, type Introspection } from './introspected.ts';
import { referenceName } from './references.ts';
import { schemaSteps } from './schema.ts';

/** The core API, which is in every schema: everything else is about it. */
export const CORE = 'api';
/** What the build has written about the schema of all products: read instead of the schema, if it is there. */
export interface BuiltFacts {
  readonly introspection: () => Introspection | undefined;
  readonly entities: () => readonly DescribedEntity[] | undefined;
}
const NO_FACTS: BuiltFacts = { introspection: () => undefined, entities: () => undefined };

/** Names of products without their versions. */
type Families = ReadonlySet<string>;

export class Schemas {
  readonly #registry: Registry;
  readonly #all: readonly Entity[];
  readonly #families: Families;
  readonly #facts: BuiltFacts;
  readonly #built = new Map<GraphQLSchema, Families>();
  #building: Promise<GraphQLSchema> | undefined;
  /** What a name, or the beginning of a name, says about the product that it belongs to. */
  readonly #byField = new Map<string, Families>();
  /** The same for fields that lead from one product to others. */
  readonly #leading = new Map<string, { readonly from: string; readonly to: string }[]>();
  readonly #byMutation: readonly (readonly [start: string, family: string])[];
  readonly #byType: readonly (readonly [start: string, family: string])[];

  /** `all`: also entities of products that the registry leaves out. */
  constructor(registry: Registry, all = registry.entities, facts = NO_FACTS) {
    const others = registry.entities.filter((entity) => productFamily(entity) !== CORE);
    this.#registry = registry;
    this.#all = all;
    this.#facts = { introspection: memoize(facts.introspection), entities: memoize(facts.entities) };
    this.#families = new Set(registry.entities.map(productFamily));
    const starts = (namesOf: (entity: Entity) => readonly string[]) =>
      others.flatMap((entity) => namesOf(entity).map((name) => [name, productFamily(entity)] as const));
    this.#byMutation = starts((entity) => [mutationName(entity), bulkMutationName(entity)]);
    this.#byType = starts((entity) => [typeName(entity), upperFirst(productOf(entity).entry ?? typeName(entity))]);
    for (const entity of others)
      for (const name of [productOf(entity).entry, lowerFirst(typeName(entity))])
        if (name) this.#byField.set(name, new Set([...(this.#byField.get(name) ?? []), productFamily(entity)]));
    for (const entity of registry.entities)
      for (const [name, to] of leadingElsewhere(registry, entity)) {
        const known = this.#leading.get(name) ?? [];
        this.#leading.set(name, [...known, { from: productFamily(entity), to: productFamily(to) }]);
      }
  }

  get core(): GraphQLSchema {
    return this.#now(new Set());
  }

  get whole(): GraphQLSchema {
    return this.#now(this.#families);
  }

  /** What introspection shows to one operation. */
  introspected(): GraphQLSchema {
    const known = this.#facts.introspection();
    return known ? new IntrospectedSchema(known) : this.whole;
  }

  /** Whether it still answers documents: parts give way to the whole, and what keeps one longer keeps its memory. */
  isCurrent(schema: GraphQLSchema): boolean {
    return this.#built.has(schema);
  }

  /**
   * Schemas that may have all that a document names, the smallest first. A document that is valid by none of them is not
   * valid by the whole either.
   */
  async *candidates(document: DocumentNode): AsyncIterable<GraphQLSchema> {
    const names = namesIn(document);
    if (this.#isPart(names)) {
      const part = await this.#of(this.#named(names));
      yield part;
      const whole = this.#facts.introspection();
      if (whole && !lacksNames(part, document, whole)) return;
    }
    yield this.#of(this.#families);
  }

  /** Whether a document can be answered without the whole: what the build has not written is read off it. */
  #isPart({ fields, roots }: Names): boolean {
    if (!this.#facts.entities() && roots.has('entities')) return false;
    return this.#facts.introspection() !== undefined || !(fields.has('__schema') || fields.has('__type'));
  }

  /** A schema that has what `schema` has, and the types of the global IDs that a document and its variables name. */
  withNodes(schema: GraphQLSchema, document: DocumentNode, variables: unknown): GraphQLSchema | Promise<GraphQLSchema> {
    const literals = idsIn(document);
    return literals ? this.#withIds(schema, [...literals, ...stringsIn(variables)]) : schema;
  }

  async #withIds(schema: GraphQLSchema, ids: readonly string[]): Promise<GraphQLSchema> {
    const families = new Set(this.#built.get(schema) ?? this.#families);
    await forEachInSlices(ids, (id) => {
      const family = this.#familyOfId(id);
      if (family !== undefined) families.add(family);
    });
    return this.#of(families);
  }

  #known(wanted: Families): GraphQLSchema | undefined {
    for (const [schema, families] of this.#built) if ([...wanted].every((each) => families.has(each))) return schema;
    return undefined;
  }

  #now(wanted: Families): GraphQLSchema {
    return this.#known(wanted) ?? runAtOnce(this.#build(wanted));
  }

  /** One after the other: what is built meanwhile may have what is wanted, and each takes memory. */
  async #of(wanted: Families): Promise<GraphQLSchema> {
    for (;;) {
      const known = this.#known(wanted);
      if (known) return known;
      this.#building ??= runInSlices(this.#build(wanted)).finally(() => {
        this.#building = undefined;
      });
      await this.#building;
    }
  }

  *#build(wanted: Families): Steps<GraphQLSchema> {
    const families = this.#closed(new Set([CORE, ...wanted]));
    const entities = this.#in(families);
    const built = [...this.#built.values()].flatMap((each) => this.#in(each));
    const { length } = this.#registry.entities;
    // Parts that together are larger than the whole would take more memory than it does.
    const isWhole = entities.length === length || built.length + entities.length > length;
    // The core answers what names no other product until the whole is there.
    if (isWhole) this.#retire(({ size }) => size > 1);
    const registry = isWhole ? this.#registry : createRegistry(entities, this.#all);
    const schema = yield* schemaSteps(registry, this.#facts.entities);
    if (isWhole) this.#built.clear();
    this.#built.set(schema, isWhole ? this.#families : families);
    return schema;
  }

  #retire(isRetired: (families: Families) => boolean): void {
    for (const [schema, families] of this.#built) if (isRetired(families)) this.#built.delete(schema);
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

  #named({ fields, roots, types, hasMutation }: Names): Families {
    const families = new Set<string>();
    const addStarting = (names: Iterable<string>, starts: readonly (readonly [string, string])[]) => {
      for (const name of names) for (const [start, family] of starts) if (name.startsWith(start)) families.add(family);
    };
    for (const name of [...fields, ...this.#guessed(roots)])
      for (const family of this.#byField.get(name) ?? []) families.add(family);
    if (hasMutation) addStarting(fields, this.#byMutation);
    addStarting(types, this.#byType);
    for (let size = -1; size < families.size; ) {
      size = families.size;
      for (const name of fields)
        for (const { from, to } of this.#leading.get(name) ?? [])
          if (from === CORE || families.has(from)) families.add(to);
    }
    return families;
  }

  /** The products that misspelled root fields may mean, so that the error can suggest them. */
  #guessed(roots: ReadonlySet<string>): readonly string[] {
    const { core } = this;
    const known = [core.getQueryType(), core.getMutationType()].map((type) => type?.getFields() ?? {});
    const isKnown = (name: string) =>
      known.some((fields) => Object.hasOwn(fields, name)) ||
      this.#byField.has(name) ||
      this.#byMutation.some(([start]) => name.startsWith(start));
    const unknown: string[] = [];
    for (const name of roots) if (unknown.length < MAX_GUESSES && !isKnown(name)) unknown.push(name);
    return unknown.flatMap((name) => suggestionList(name, [...this.#byField.keys()]).slice(0, 1));
  }

  #familyOfId(id: string): string | undefined {
    const named = readOpenly(id, this.#registry.find);
    return named && productFamily(named.entity);
  }
}

/** Misspelled fields of one document for which a suggestion is looked up. */
const MAX_GUESSES = 10;

/** Fields that lead from an entity to those of other products. */
const leadingElsewhere = (registry: Registry, entity: Entity): readonly (readonly [name: string, to: Entity])[] => {
  const references = Object.entries(entity.fields).flatMap(([field, value]) => {
    const targets = value.target ? registry.targets(value.target) : [];
    const names = [referenceName(field, value, targets), ...targets.map(singular)];
    return targets.flatMap((to) => names.map((name) => [name, to] as const));
  });
  const relations = Object.entries(entity.relations ?? {}).flatMap(([name, { list }]) => {
    const to = registry.find(list);
    return to ? [[name, to] as const] : [];
  });
  return [...references, ...relations].filter(([, to]) => productFamily(to) !== productFamily(entity));
};
