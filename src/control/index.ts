/** Commands to a running server. Exports what other folders may use. */
export { CommandError, controlServer, type RunningServer, runningServers } from './command.ts';
export { openControl } from './socket.ts';
export { Suspensions } from './suspensions.ts';
