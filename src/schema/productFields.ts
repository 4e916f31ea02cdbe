/** The root fields that enter a product: inside of each are its resources, as at the root those of the core API. */
import type { ImplementableObjectRef } from '@pothos/core';
import { type Entity, type Product, productOf, type Registry, upperFirst } from '../model/index.ts';
import type { Steps } from '../pause/index.ts';
import { makeFields } from './makeFields.ts';
import { queriesOf } from './queries.ts';
import type { AnyOutput, Fields, Parts, PothosTypes } from './types.ts';

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

/** The fields that read: at the root, or in a type of their own behind the product's entry. */
export function* addQueries(parts: Parts): Steps<void> {
  const { builder } = parts;
  for (const [entry, entities] of byEntry(parts.registry)) {
    let type: EntryType | undefined;
    for (const entity of entities) {
      const fields = queriesOf(parts, entity);
      // What can only be written has nothing to enter.
      if (Object.keys(fields).length === 0) continue;
      if (entry === undefined) builder.queryFields((t) => makeFields(t, fields));
      else {
        type ??= addEntry(parts, entry, entities.map(productOf));
        builder.objectFields(type, (t) => makeFields<object>(t, fields as Fields<object>));
      }
      yield;
    }
  }
}

type EntryType = ImplementableObjectRef<PothosTypes, object>;

const addEntry = ({ builder }: Parts, entry: string, products: readonly Product[]): EntryType => {
  const { about = '' } = products.find((product) => product.about) ?? {};
  const { deprecated } = products.find((product) => product.deprecated) ?? {};
  const type = builder.objectRef<object>(`${upperFirst(entry)}Product`);
  type.implement({ description: about });
  const field: Fields[string] = {
    type: type as AnyOutput,
    nullable: false,
    description: about,
    deprecationReason: deprecated,
    entry: true,
    resolve: () => PRODUCT,
  };
  builder.queryFields((t) => makeFields(t, { [entry]: field }));
  return type;
};
