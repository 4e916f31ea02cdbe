/** The root fields that enter a product: inside of each are its resources, as at the root those of the core API. */
import { type Entity, type Product, productOf, type Registry, upperFirst } from '../model/index.ts';
import { makeFields } from './makeFields.ts';
import type { AnyOutput, Fields, Parts } from './types.ts';

/** Stands for the product: what lies in it needs nothing of it. */
const PRODUCT = {};

/** The entities of each entry; those at the root are under `undefined`. */
const byEntry = ({ entities }: Registry): ReadonlyMap<string | undefined, readonly Entity[]> => {
  const groups = new Map<string | undefined, Entity[]>();
  for (const entity of entities) {
    const { entry } = productOf(entity);
    const group = groups.get(entry);
    if (group) group.push(entity);
    else groups.set(entry, [entity]);
  }
  return groups;
};

/** The fields that `fieldsOf` makes of entities: at the root, or in a type of their own behind the product's entry. */
export const inEntries = (parts: Parts, fieldsOf: (parts: Parts, entity: Entity) => Fields): Fields => {
  const fields: Fields = {};
  for (const [entry, entities] of byEntry(parts.registry)) {
    const inside: Fields = Object.assign({}, ...entities.map((entity) => fieldsOf(parts, entity)));
    if (entry === undefined) Object.assign(fields, inside);
    // What can only be written has nothing to enter.
    else if (Object.keys(inside).length > 0) fields[entry] = entryField(parts, entry, entities.map(productOf), inside);
  }
  return fields;
};

const entryField = (parts: Parts, entry: string, products: readonly Product[], inside: Fields): Fields[string] => {
  const { about = '' } = products.find((product) => product.about) ?? {};
  const { deprecated } = products.find((product) => product.deprecated) ?? {};
  const type = parts.builder.objectRef<object>(`${upperFirst(entry)}Product`).implement({
    description: about,
    fields: (t) => makeFields<object>(t, inside as Fields<object>),
  });
  return {
    type: type as AnyOutput,
    nullable: false,
    description: about,
    deprecationReason: deprecated,
    entry: true,
    resolve: () => PRODUCT,
  };
};
