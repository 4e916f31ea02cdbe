/** JSON without rounding: what other rooms may use. */
export { InexactNumber, isExact, parseExactly, parseTelling } from './exact.ts';
