/** What scopes call an entity, to which account a row belongs, and the right that reading it needs. */
import type { Need } from '../access/index.ts';
import {
  accountIn,
  bulkMutationName,
  type Entity,
  mutationName,
  onceFor,
  plural,
  productName,
  productOf,
  type Sids,
  singular,
} from '../model/index.ts';

/** What scopes call an entity: `calls`, `call` and `api.calls`, or `verify`, `verify.services` and `verifyServices`. */
export const subjectsOf: (entity: Entity) => readonly string[] = onceFor((entity) => {
  const { entry } = productOf(entity);
  const [product = ''] = productName(entity).split('.');
  const products = [...new Set([product, entry ?? product])];
  const names = [plural(entity), singular(entity)];
  const inProduct = products.flatMap((each) => [each, ...names.map((name) => `${each}.${name}`)]);
  const unique = [bulkMutationName(entity), mutationName(entity)];
  return [...new Set([...(entry === undefined ? names : []), ...unique, ...inProduct])];
});

/** The account of a row, or of the connection where the path to the row names none. */
export const accountOf = (entity: Entity, sids: Sids, own: string): string => accountIn(entity, sids) ?? own;

export const readNeed = (entity: Entity, account: string | undefined): Need => ({
  subjects: subjectsOf(entity),
  verb: 'read',
  admin: entity.admin?.some((each) => each === 'list' || each === 'fetch') ?? false,
  account,
});
