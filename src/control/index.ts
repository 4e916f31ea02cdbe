/** Commands to a running server. What other folders may use. */
export { CommandError, tellServer } from './command.ts';
export { openControl } from './socket.ts';
export { Suspensions } from './suspensions.ts';
