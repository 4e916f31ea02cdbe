/** The journal of writes that must not happen twice. What other folders may use. */
export { Journal, type JournalOptions, type Write, type Written } from './journal.ts';
export { openOperations } from './ledger.ts';
export { type Operation, type State, states } from './operation.ts';
