/**
 * The whole schema for introspection alone. Building the schema of all products takes seconds and 100 MB; the build writes
 * what introspection tells of it, and a type is read from its line when a query comes to it.
 */
import {
  DirectiveLocation,
  type GraphQLAbstractType,
  GraphQLDirective,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  type GraphQLType,
  GraphQLUnionType,
  type IntrospectionQuery,
  type IntrospectionTypeRef,
  introspectionFromSchema,
  introspectionTypes,
  isObjectType,
  parseType,
  parseValue,
  specifiedScalarTypes,
  TypeKind,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { onceByName } from '../model/index.ts';
import { forEachInSlices } from '../pause/index.ts';

/** A field, an argument, an input field or an enum value. What is null, false or empty in the introspection is left out. */
interface Member {
  readonly name: string;
  readonly description?: string;
  readonly deprecationReason?: string;
  /** In the notation of the schema language; absent for an enum value. */
  readonly type: string;
  readonly args?: readonly Member[];
  /** In the notation of the schema language. */
  readonly defaultValue?: string;
}
/** The part of a type that lists of types need: the second line has those of all types. */
interface Head {
  readonly name: string;
  readonly kind: TypeKind;
  readonly description?: string;
  readonly specifiedByURL?: string;
  readonly isOneOf?: true;
}
/** The rest of a type, in a line of its own. */
interface Body {
  readonly interfaces?: readonly string[];
  readonly possibleTypes?: readonly string[];
  readonly fields?: readonly Member[];
  readonly inputFields?: readonly Member[];
  readonly enumValues?: readonly Omit<Member, 'type'>[];
}
/** The first line. */
interface SchemaLine {
  readonly description?: string;
  readonly queryType: string;
  readonly mutationType?: string;
  readonly directives: readonly {
    readonly name: string;
    readonly description?: string;
    readonly isRepeatable?: true;
    readonly locations: readonly string[];
    readonly args?: readonly Member[];
  }[];
}

const EVERYTHING = {
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
} as const;

const notationOf = (type: IntrospectionTypeRef): string => {
  if (type.kind === TypeKind.NON_NULL) return `${notationOf(type.ofType)}!`;
  return type.kind === TypeKind.LIST ? `[${notationOf(type.ofType)}]` : type.name;
};
const TYPES: ReadonlySet<string> = new Set(['type', 'queryType', 'mutationType']);
const TYPE_LISTS: ReadonlySet<string> = new Set(['interfaces', 'possibleTypes']);

const compact = (key: string, value: unknown): unknown => {
  if (value === null || value === false || key === 'isDeprecated') return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (TYPES.has(key)) return notationOf(value as IntrospectionTypeRef);
  return TYPE_LISTS.has(key) ? (value as readonly IntrospectionTypeRef[]).map(notationOf) : value;
};

/** What the build writes. */
export const introspectionLines = (schema: GraphQLSchema): string => {
  const { types, ...rest }: IntrospectionQuery['__schema'] = introspectionFromSchema(schema, EVERYTHING).__schema;
  // The name comes first, so that a line can be found by it.
  const toJson = (facts: object) => JSON.stringify(facts, compact);
  const heads: Head[] = [];
  const bodies = types.map(({ name, kind, description, ...type }) => {
    const { specifiedByURL, isOneOf, ...body } = type as Partial<Head>;
    heads.push({ name, kind, description, specifiedByURL, isOneOf } as Head);
    return body;
  });
  return [rest, heads, ...bodies].map(toJson).join('\n');
};

const NEWLINE = 10;

/** Parses the lines of the types that a query reads. */
export class Introspection {
  readonly schema: SchemaLine;
  readonly #heads: ReadonlyMap<string, Head>;
  readonly #text: Buffer;
  /** Where the line with the body of a type begins. */
  readonly #starts = new Map<string, number>();

  constructor(text: Buffer) {
    this.#text = text;
    this.schema = this.#line(0);
    const second = this.#endOf(0) + 1;
    const heads: readonly Head[] = this.#line(second);
    this.#heads = new Map(heads.map((head) => [head.name, head]));
    let start = this.#endOf(second) + 1;
    for (const { name } of heads) {
      this.#starts.set(name, start);
      start = this.#endOf(start) + 1;
    }
  }

  get names(): Iterable<string> {
    return this.#heads.keys();
  }

  head(name: string): Head | undefined {
    return this.#heads.get(name);
  }

  body(name: string): Body {
    const start = this.#starts.get(name);
    return start === undefined ? {} : this.#line(start);
  }

  #line<T>(start: number): T {
    return JSON.parse(this.#text.toString('utf8', start, this.#endOf(start)));
  }

  #endOf(start: number): number {
    const at = this.#text.indexOf(NEWLINE, start);
    return at < 0 ? this.#text.length : at;
  }
}

type Outputs = Record<string, GraphQLFieldConfig<unknown, unknown>>;
/** Fields of a type that take milliseconds to make. */
const MANY_FIELDS = 100;

const STANDARD: ReadonlyMap<string, GraphQLNamedType> = new Map(
  [...specifiedScalarTypes, ...introspectionTypes].map((type) => [type.name, type]),
);

/** Made for one operation, since it keeps the types that it has read. Nothing but introspection can be executed by it. */
export class IntrospectedSchema extends GraphQLSchema {
  readonly #introspection: Introspection;
  readonly #schema: SchemaLine;
  readonly #type: (name: string) => GraphQLNamedType | undefined;
  /** Fields of types that have many. */
  readonly #outputs = new Map<string, Outputs>();
  readonly #preparing = new Map<string, Promise<void>>();
  readonly #body: (name: string) => Body;
  readonly #reference: (notation: string) => GraphQLType;

  constructor(introspection: Introspection) {
    const schema = introspection.schema;
    super({ description: schema.description ?? null, assumeValid: true });
    this.#introspection = introspection;
    this.#schema = schema;
    const named = (name: string) => name;
    this.#type = onceByName(named, (name) => {
      const head = introspection.head(name);
      return head && (STANDARD.get(name) ?? this.#read(head));
    });
    this.#body = onceByName(named, (name) => introspection.body(name));
    this.#reference = onceByName(named, (notation) => typeFromAST(this, parseType(notation) as never) as GraphQLType);
  }

  /** Makes the types that a field of introspection shows in slices; there are thousands, and `Mutation` names most. */
  prepare(source: unknown, field: string): Promise<void> | undefined {
    if (source === this && field === 'types')
      return forEachInSlices([...this.#introspection.names], (name) => void this.#type(name));
    if (field !== 'fields' || !isObjectType(source) || source !== this.#type(source.name)) return undefined;
    const { fields = [] } = this.#body(source.name);
    if (fields.length < MANY_FIELDS) return undefined;
    const preparing = this.#preparing.get(source.name) ?? this.#prepareFields(source.name, fields);
    this.#preparing.set(source.name, preparing);
    return preparing;
  }

  async #prepareFields(type: string, fields: readonly Member[]): Promise<void> {
    const outputs: Outputs = {};
    await forEachInSlices(fields, (member) => {
      outputs[member.name] = this.#output(member);
    });
    this.#outputs.set(type, outputs);
  }

  override getTypeMap(): Record<string, GraphQLNamedType> {
    return Object.fromEntries([...this.#introspection.names].map((name) => [name, this.#named(name)]));
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.#type(name);
  }

  override getQueryType(): GraphQLObjectType {
    return this.#named(this.#schema.queryType);
  }

  override getMutationType(): GraphQLObjectType | undefined {
    const { mutationType } = this.#schema;
    return mutationType === undefined ? undefined : this.#named(mutationType);
  }

  override getPossibleTypes({ name }: GraphQLAbstractType): readonly GraphQLObjectType[] {
    return this.#all(this.#body(name).possibleTypes);
  }

  override getDirectives(): readonly GraphQLDirective[] {
    return this.#schema.directives.map(
      ({ args, locations, ...directive }) =>
        new GraphQLDirective({
          ...directive,
          locations: locations.map((each) => DirectiveLocation[each as DirectiveLocation]),
          args: this.#inputs(args),
        }),
    );
  }

  /** A type that the introspection names, which therefore is of the kind that its place demands. */
  #named<T extends GraphQLNamedType>(name: string): T {
    return this.#type(name) as T;
  }

  #all<T extends GraphQLNamedType>(names: readonly string[] = []): readonly T[] {
    return names.map((name) => this.#named<T>(name));
  }

  #read({ kind, ...named }: Head): GraphQLNamedType {
    const body = () => this.#body(named.name);
    const composite = {
      ...named,
      fields: () =>
        this.#outputs.get(named.name) ??
        Object.fromEntries((body().fields ?? []).map((member) => [member.name, this.#output(member)])),
      interfaces: () => this.#all<GraphQLInterfaceType>(body().interfaces),
    };
    switch (kind) {
      case TypeKind.OBJECT:
        return new GraphQLObjectType(composite);
      case TypeKind.INTERFACE:
        return new GraphQLInterfaceType(composite);
      case TypeKind.UNION:
        return new GraphQLUnionType({ ...named, types: () => this.#all<GraphQLObjectType>(body().possibleTypes) });
      case TypeKind.INPUT_OBJECT:
        return new GraphQLInputObjectType({ ...named, fields: () => this.#inputs(body().inputFields) });
      case TypeKind.ENUM:
        return new GraphQLEnumType({
          ...named,
          values: () => Object.fromEntries((body().enumValues ?? []).map(({ name, ...value }) => [name, value])),
        });
      default:
        return new GraphQLScalarType(named);
    }
  }

  #output({ name: _name, type, args, ...rest }: Member): GraphQLFieldConfig<unknown, unknown> {
    return { ...rest, type: this.#reference(type) as GraphQLOutputType, args: this.#inputs(args) };
  }

  #inputs(members: readonly Member[] = []): GraphQLInputFieldConfigMap & GraphQLFieldConfigArgumentMap {
    return Object.fromEntries(
      members.map(({ name, type: notation, defaultValue, ...rest }) => {
        const type = this.#reference(notation) as GraphQLInputType;
        const given = defaultValue === undefined ? undefined : valueFromAST(parseValue(defaultValue), type);
        return [name, { ...rest, type, defaultValue: given }];
      }),
    );
  }
}
