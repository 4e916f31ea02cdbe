/** All that a descriptor may import. */
export { container, type Entity, entity, isContainer, isProduct, legacyEntity, type Parent } from './entity.ts';
export { type Compared, type Relation, type Scalar, type Target, t, type Value } from './kinds.ts';
export {
  enumName,
  lowerFirst,
  pascalCase,
  plural,
  singular,
  snakeCase,
  typeName,
  upperFirst,
  wordsOf,
} from './names.ts';
export { memoize, onceByName, onceFor } from './once.ts';
export {
  ancestors,
  checkKey,
  checkSid,
  fromGlobalId,
  keyArgument,
  keyField,
  lineage,
  productName,
  rowKey,
  type Sids,
} from './path.ts';
export { createRegistry, type Registry, targetsOf } from './registry.ts';
export { type Operation, operationsOf, type Route } from './route.ts';
