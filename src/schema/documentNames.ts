/** What a document names: fields, types, global IDs, and whether a schema has them. */
import {
  BREAK,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { onceByName, onceFor } from '../model/index.ts';
import type { Introspection } from './introspected.ts';

export interface Names {
  readonly fields: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly hasMutation: boolean;
}

export const namesIn = (document: DocumentNode): Names => {
  const [fields, types] = [new Set<string>(), new Set<string>()];
  let hasMutation = false;
  visit(document, {
    Field: ({ name }) => void fields.add(name.value),
    NamedType: ({ name }) => void types.add(name.value),
    OperationDefinition: ({ operation }) => {
      hasMutation ||= operation === 'mutation';
    },
  });
  return { fields, roots: rootFieldsOf(document), types, hasMutation };
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

/** Whether a document names what a schema does not have, and the whole has. */
export const lacksNames = (schema: GraphQLSchema, document: DocumentNode, whole: Introspection): boolean => {
  const typeInfo = new TypeInfo(schema);
  const fieldsOf = onceByName(
    (type: string) => type,
    (type) => new Set(whole.body(type).fields?.map(({ name }) => name)),
  );
  let lacks = false;
  const note = (isLacking: boolean) => {
    lacks ||= isLacking;
    return lacks ? BREAK : undefined;
  };
  const visitor = {
    Field: ({ name }: FieldNode) => {
      const parent = typeInfo.getParentType();
      return note(!typeInfo.getFieldDef() && parent !== undefined && fieldsOf(parent?.name ?? '').has(name.value));
    },
    NamedType: ({ name }: NamedTypeNode) => note(!schema.getType(name.value) && whole.head(name.value) !== undefined),
  };
  visit(document, visitWithTypeInfo(typeInfo, visitor));
  return lacks;
};

/** What may be global IDs in a document that asks for objects by their IDs; `undefined` if it does not. */
export const idsIn = onceFor((document: DocumentNode): readonly string[] | undefined => {
  const roots = rootFieldsOf(document);
  if (!roots.has('node') && !roots.has('nodes')) return undefined;
  const strings: string[] = [];
  visit(document, { StringValue: ({ value }) => void strings.push(value) });
  return strings;
});

export const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};
