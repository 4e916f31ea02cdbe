/** All that a descriptor may import. */
export {
  type Container,
  type Entity,
  isContainer,
  isOnList,
  isProduct,
  type Limit,
  type Operation,
  type Parent,
  type Step,
  type Values,
} from './descriptor.ts';
export { container, entity, legacyEntity, onList, parentKey } from './entity.ts';
export { GlobalIds, hasPersonalKeys, type Identified, readOpenly } from './globalIds.ts';
export { groupBy } from './groupBy.ts';
export { type Compared, type Scalar, type Target, t, type Value } from './kinds.ts';
export {
  bulkMutationName,
  enumName,
  jsonName,
  keyArgument,
  lowerFirst,
  mutationName,
  ownArguments,
  pascalCase,
  plural,
  propertyWordsOf,
  singular,
  snakeCase,
  typeName,
  upperFirst,
  wordsOf,
} from './names.ts';
export { memoize, onceByName, onceFor } from './once.ts';
export {
  accountIn,
  ancestors,
  checkKey,
  checkSid,
  depthOf,
  isEntity,
  isKeyOf,
  keyField,
  keysOf,
  lineage,
  parentsOf,
  productFamily,
  productName,
  productOf,
  rowKey,
  type Sids,
  segmentOf,
  wireOf,
} from './path.ts';
export { type Paging, type Product, product, type Wire } from './product.ts';
export { createRegistry, isByKey, leadingKeys, type Registry, type Source, targetsOf } from './registry.ts';
export type { OwnValue, Relation } from './relations.ts';
export { chargedIn, isPaidFetch, operationsOf, type Route, valuesOf } from './route.ts';
export { checkText } from './text.ts';
