/** The fields that an operation selects of an object type, merged by response key, with what is the same for all rows. */
import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLIncludeDirective,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNullableType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  Kind,
  type NamedTypeNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';

export interface SelectedField {
  /** Its name in the answer. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly definition: GraphQLField<unknown, unknown>;
  /** Absent where the field is a property of its parent. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  /** The type of its value where that is a scalar or an enum. */
  readonly leaf: GraphQLLeafType | undefined;
  readonly isNonNull: boolean;
  /** Whether its resolver takes long and may be called in a later turn, as a schema may say of a field. */
  readonly mayWait: boolean;
  /** Whether it belongs to introspection. */
  readonly isIntrospection: boolean;
  /** Set when first read: they are the same for all rows. */
  args: Readonly<Record<string, unknown>> | undefined;
  /** What is selected of its value, by the value's type. */
  readonly selections: Map<GraphQLObjectType, readonly SelectedField[]>;
}

export interface SelectionParts {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}

type Nodes = Map<string, [FieldNode, ...FieldNode[]]>;

/** Reads selection sets for one type: those of all nodes that share a response key are one. */
export const selectFields = (
  parts: SelectionParts,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): readonly SelectedField[] => {
  const nodes: Nodes = new Map();
  const visited = new Set<string>();
  for (const set of sets) if (set) collect(parts, type, set, nodes, visited);
  const selected: SelectedField[] = [];
  for (const [key, [first, ...others]] of nodes) {
    const definition = definitionOf(parts.schema, type, first.name.value);
    if (definition) selected.push(selectedField(parts, key, [first, ...others], type, definition));
  }
  return selected;
};

const selectedField = (
  { contextValue }: SelectionParts,
  key: string,
  nodes: SelectedField['nodes'],
  parent: GraphQLObjectType,
  definition: SelectedField['definition'],
): SelectedField => {
  const type: GraphQLOutputType = getNullableType(definition.type);
  return {
    key,
    name: definition.name,
    nodes,
    definition,
    resolve: isProperty(definition, contextValue) ? undefined : definition.resolve,
    leaf: isLeafType(type) ? type : undefined,
    isNonNull: isNonNullType(definition.type),
    mayWait: definition.extensions.mayWait === true,
    isIntrospection:
      definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef || parent.name.startsWith('__'),
    args: undefined,
    selections: new Map(),
  };
};

/** A schema may say of a field that for some contexts its resolver would return the property of its name. */
const isProperty = ({ resolve, extensions }: SelectedField['definition'], contextValue: unknown): boolean =>
  resolve === defaultFieldResolver ||
  (extensions.isProperty as ((contextValue: unknown) => boolean) | undefined)?.(contextValue) === true;

const definitionOf = (
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined => {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (schema.getQueryType() === type) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
};

const collect = (
  parts: SelectionParts,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  nodes: Nodes,
  visited: Set<string>,
): void => {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (!isIncluded(parts, selection)) continue;
      const key = (selection.alias ?? selection.name).value;
      const known = nodes.get(key);
      if (known) known.push(selection);
      else nodes.set(key, [selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (isIncluded(parts, selection) && applies(parts, selection.typeCondition, type))
        collect(parts, type, selection.selectionSet, nodes, visited);
    } else {
      const name = selection.name.value;
      if (visited.has(name) || !isIncluded(parts, selection)) continue;
      visited.add(name);
      const fragment = parts.fragments[name];
      if (fragment && applies(parts, fragment.typeCondition, type))
        collect(parts, type, fragment.selectionSet, nodes, visited);
    }
  }
};

/** By @skip and @include. */
const isIncluded = ({ variableValues }: SelectionParts, node: SelectionNode): boolean =>
  !node.directives?.length ||
  (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false);

const applies = (
  { schema }: SelectionParts,
  condition: NamedTypeNode | undefined,
  type: GraphQLObjectType,
): boolean => {
  if (!condition) return true;
  const named = typeFromAST(schema, condition);
  return named === type || (isAbstractType(named) && schema.isSubType(named, type));
};
