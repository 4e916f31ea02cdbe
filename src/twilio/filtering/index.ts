/** Filters and orders of lists. What other folders may use. */
export { type Filter, isEmpty, type Operator } from './conditions.ts';
export { isSorted, isTwilios, type Order, sorterOf } from './order.ts';
export { type Split, splitFilter } from './split.ts';
