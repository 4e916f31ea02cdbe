/** Twilio's JSON as typed rows. What other folders may use. */
export { average, countBy, extreme, type Group, sum } from './aggregate.ts';
export { comparable, compare, identityOf, isComparable, isNumeric } from './compare.ts';
export { encodeInput } from './input.ts';
export type { Input, Page } from './page.ts';
export { isByToken, listed, nextOf } from './paging.ts';
export { type Json, Row, read, rowsOf, theirKeyOf, theirKeysOf } from './row.ts';
export { encode, encodeJson, isoSeconds, UNRECOGNIZED } from './values.ts';
