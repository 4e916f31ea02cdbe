/** Twilio's JSON as typed rows. What other folders may use. */
export { average, countBy, extreme, type Group, sum, wordOf } from './aggregate.ts';
export {
  keysIn,
  nothingOf,
  objectIn,
  rowByKey,
  rowIn,
  rowsIn,
  rowsOfPage,
  unreadable,
  withoutDefects,
  written,
} from './answers.ts';
export { type Comparable, comparable, compare, identify, identityOf, isComparable, isNumeric } from './compare.ts';
export { type Bucket, checkGrouping, type Grouping, groupBy, type RowGroup } from './groupBy.ts';
export { encodeInput } from './input.ts';
export { MASK, maskNumber, redactorOf } from './masks.ts';
export type { Input, Page } from './page.ts';
export { isByOffset, isByToken, listed, nextOf, pageAddress } from './paging.ts';
export { type Json, Row, read, rowsOf, theirKeysOf } from './row.ts';
export { encode, isoSeconds, UNRECOGNIZED } from './values.ts';
