/** One execution of a query: resolves fields and completes their values, as the specification and graphql-js do. */
import {
  defaultTypeResolver,
  type ExecutionResult,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
} from 'graphql';
import { CollectedErrors } from './errors.ts';
import { completeItems } from './items.ts';
import { addPath, type Path } from './path.ts';
import { prepare } from './prepare.ts';
import { type SelectedField, type SelectionParts, selectFields } from './selections.ts';
import { type Batching, LONG, RESOLVED, Slices } from './slices.ts';
import { completeLeaf, completeLeafField, isIterable, isPromise, nullError, propertyOf, Result } from './values.ts';
import { argumentsOf } from './variables.ts';

export interface QueryParts extends SelectionParts {
  /** Makes the schema that introspection shows. */
  readonly introspected: () => GraphQLSchema;
  readonly variableValues: Record<string, unknown>;
  readonly operation: OperationDefinitionNode;
  readonly rootValue: unknown;
}

type Completed = unknown;
type Info = GraphQLResolveInfo;
export class QueryExecution {
  readonly #parts: QueryParts;
  readonly #errors = new CollectedErrors();
  readonly #slices: Slices;
  #introspected: GraphQLSchema | undefined;

  constructor(parts: QueryParts) {
    this.#parts = parts;
    this.#slices = new Slices(parts.contextValue as Batching | null | undefined);
  }

  run(): ExecutionResult | Promise<ExecutionResult> {
    const { schema, operation, rootValue } = this.#parts;
    const failed = (error: GraphQLError) => {
      this.#errors.add(error, undefined);
      return this.#answer(null);
    };
    try {
      const type = schema.getQueryType();
      if (!type) throw new GraphQLError('Schema is not configured to execute query operation.', { nodes: operation });
      const fields = selectFields(this.#parts, type, [operation.selectionSet]);
      const data = this.#executeFields(type, rootValue, undefined, fields);
      return isPromise(data) ? data.then((done) => this.#answer(done), failed) : this.#answer(data);
    } catch (error) {
      return failed(error as GraphQLError);
    }
  }

  #answer(data: unknown): ExecutionResult {
    const { errors } = this.#errors;
    const object = data as Record<string, unknown> | null;
    return errors.length === 0 ? { data: object } : { errors, data: object };
  }

  #executeFields(
    type: GraphQLObjectType,
    source: unknown,
    path: Path | undefined,
    fields: readonly SelectedField[],
  ): Completed {
    const result = new Result();
    let pending: Map<string, Promise<unknown>> | undefined;
    try {
      for (const field of fields) {
        const completed =
          field.mayWait && this.#slices.isFull(LONG)
            ? this.#executeLater(type, source, path, field)
            : this.#executeField(type, source, path, field);
        // The key has its place in the answer before its value is known.
        result[field.key] = completed;
        if (!isPromise(completed)) continue;
        pending ??= new Map();
        pending.set(field.key, completed);
      }
    } catch (error) {
      if (!pending) throw error;
      // The others may be rejected, too: somebody has to be there for it.
      return Promise.all(pending.values()).finally(() => {
        throw error;
      });
    }
    return pending ? settled(result, pending) : result;
  }

  /** A method of its own: a function in the loop over all fields would be made for each of them. */
  #executeLater(type: GraphQLObjectType, source: unknown, path: Path | undefined, field: SelectedField): Completed {
    return this.#slices.later(LONG, () => this.#executeField(type, source, path, field));
  }

  #executeField(type: GraphQLObjectType, source: unknown, parent: Path | undefined, field: SelectedField): Completed {
    if (field.resolve) return this.#resolveField(type, source, parent, field);
    let property: unknown;
    try {
      property = propertyOf(source, field.name);
      // Most fields of a row: where they stand is needed only if they fail.
      if (field.leaf && typeof property !== 'function' && !isPromise(property))
        return completeLeafField(type, field, field.leaf, property);
    } catch (error) {
      return this.#fail(error, field, field.definition.type, addPath(parent, field.key, type.name));
    }
    return this.#resolveField(type, source, parent, field, property);
  }

  #resolveField(
    type: GraphQLObjectType,
    source: unknown,
    parent: Path | undefined,
    field: SelectedField,
    property?: unknown,
  ): Completed {
    this.#slices.count(RESOLVED);
    const path = addPath(parent, field.key, type.name);
    const returnType = field.definition.type;
    const failed = (error: unknown) => this.#fail(error, field, returnType, path);
    try {
      const info = this.#infoOf(type, field, path);
      const value = this.#valueOf(source, field, info, property);
      const completed = isPromise(value)
        ? value.then((later) => this.#complete(returnType, field, info, path, later))
        : this.#complete(returnType, field, info, path, value);
      return isPromise(completed) ? completed.then(undefined, failed) : completed;
    } catch (error) {
      return failed(error);
    }
  }

  #valueOf(source: unknown, field: SelectedField, info: Info, property: unknown): unknown {
    const { contextValue } = this.#parts;
    const wait = field.isIntrospection && prepare(info.schema, source, field.name);
    if (wait) return wait.then(() => field.resolve?.(source, this.#argumentsOf(field), contextValue, info));
    if (field.resolve) return field.resolve(source, this.#argumentsOf(field), contextValue, info);
    if (typeof property !== 'function') return property;
    return property.call(source, this.#argumentsOf(field), contextValue, info);
  }

  /** Frozen: every row gets the same. */
  #argumentsOf(field: SelectedField): Readonly<Record<string, unknown>> {
    field.args ??= argumentsOf(field.definition, field.nodes[0], this.#parts.variableValues);
    return field.args;
  }

  #infoOf(parentType: GraphQLObjectType, field: SelectedField, path: Path): Info {
    const { name, nodes, definition, isIntrospection } = field;
    const { fragments, rootValue, operation, variableValues } = this.#parts;
    const schema = isIntrospection ? this.#introspectedSchema() : this.#parts.schema;
    return {
      fieldName: name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType,
      path,
      schema,
      fragments,
      rootValue,
      operation,
      variableValues,
    };
  }

  #introspectedSchema(): GraphQLSchema {
    this.#introspected ??= this.#parts.introspected();
    return this.#introspected;
  }

  /** Null in the place of a value that failed, or the error for the next nullable place above it. */
  #fail(thrown: unknown, { nodes }: SelectedField, type: GraphQLOutputType, path: Path): null {
    const error = locatedError(thrown, nodes, responsePathAsArray(path));
    if (isNonNullType(type)) throw error;
    this.#errors.add(error, path);
    return null;
  }

  #complete(type: GraphQLOutputType, field: SelectedField, info: Info, path: Path, value: unknown): Completed {
    if (value instanceof Error) throw value;
    if (isNonNullType(type)) {
      const completed = this.#complete(type.ofType, field, info, path, value);
      if (completed === null) throw nullError(info.parentType, field);
      return completed;
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) return this.#completeList(type, field, info, path, value);
    if (isLeafType(type)) return completeLeaf(type, value);
    if (isAbstractType(type)) return this.#completeAbstract(type, field, info, path, value);
    return this.#completeObject(type, field, info, path, value);
  }

  #completeList(
    { ofType: type }: GraphQLList<GraphQLOutputType>,
    field: SelectedField,
    info: Info,
    path: Path,
    value: unknown,
  ): Completed {
    if (!isIterable(value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${info.parentType.name}.${info.fieldName}".`,
      );
    return completeItems(
      value,
      (item, i) => this.#completeItem(type, field, info, addPath(path, i, undefined), item),
      this.#slices,
    );
  }

  #completeItem(type: GraphQLOutputType, field: SelectedField, info: Info, path: Path, item: unknown): Completed {
    try {
      const completed = isPromise(item)
        ? item.then((later) => this.#complete(type, field, info, path, later))
        : this.#complete(type, field, info, path, item);
      return isPromise(completed)
        ? completed.then(undefined, (error) => this.#fail(error, field, type, path))
        : completed;
    } catch (error) {
      return this.#fail(error, field, type, path);
    }
  }

  #completeAbstract(
    type: GraphQLAbstractType,
    field: SelectedField,
    info: Info,
    path: Path,
    value: unknown,
  ): Completed {
    const { contextValue, schema } = this.#parts;
    const complete = (name: unknown) => {
      const found = typeof name === 'string' ? schema.getType(name) : undefined;
      if (!isObjectType(found) || !schema.isSubType(type, found))
        throw new GraphQLError(
          `Abstract type "${type.name}" must resolve to one of its Object types for field ` +
            `"${info.parentType.name}.${info.fieldName}".`,
          { nodes: field.nodes },
        );
      return this.#completeObject(found, field, info, path, value);
    };
    const name = (type.resolveType ?? defaultTypeResolver)(value, contextValue, info, type);
    return isPromise(name) ? name.then(complete) : complete(name);
  }

  #completeObject(type: GraphQLObjectType, field: SelectedField, info: Info, path: Path, value: unknown): Completed {
    const complete = (isOfType: boolean) => {
      if (!isOfType) throw new GraphQLError(`Expected value of type "${type.name}".`, { nodes: field.nodes });
      const fields = this.#selectionOf(type, field);
      if (!this.#slices.isFull(fields.length)) return this.#executeFields(type, value, path, fields);
      return this.#slices.later(fields.length, () => this.#executeFields(type, value, path, fields));
    };
    if (!type.isTypeOf) return complete(true);
    const isOfType = type.isTypeOf(value, this.#parts.contextValue, info);
    return isPromise(isOfType)
      ? isOfType.then(complete as (later: unknown) => Completed)
      : complete(isOfType as boolean);
  }

  #selectionOf(type: GraphQLObjectType, { nodes, selections }: SelectedField): readonly SelectedField[] {
    let selected = selections.get(type);
    if (!selected) {
      selected = selectFields(
        this.#parts,
        type,
        nodes.map(({ selectionSet }) => selectionSet),
      );
      selections.set(type, selected);
    }
    return selected;
  }
}

const settled = async (
  result: Record<string, unknown>,
  pending: ReadonlyMap<string, Promise<unknown>>,
): Promise<Record<string, unknown>> => {
  const values = await Promise.all(pending.values());
  for (const [i, key] of [...pending.keys()].entries()) result[key] = values[i];
  return result;
};
