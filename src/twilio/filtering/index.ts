/** Filters and orders of lists. What other folders may use. */
export { type Filter, isOwnArgument, type Operator } from './conditions.ts';
export { hasNoNulls, isSettled, isSorted, isTwilios, type Order, sorterOf, sortField } from './order.ts';
export { checkPhone } from './phone.ts';
export { type NarrowList, type Split, splitFilter } from './split.ts';
