/** Where a descriptor's resource is in the SDK: `messaging.v1.services().alphaSenders`. */
import { type Entity, isOnList, isProduct, type Parent, type Step } from '../../src/model/descriptor.ts';
import { keysOf } from '../../src/model/path.ts';

const place = (parent: Parent): string => {
  if (isProduct(parent)) return parent.product;
  if (isOnList(parent)) return list(parent.list);
  return keysOf(parent).length > 0 ? `${list(parent)}()` : list(parent);
};
const list = (step: Step): string => `${place(step.in)}.${step.at}`;

export const accessorOf = (entity: Entity): string => list(entity);
