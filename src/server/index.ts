/** Processes and connections: how they start and end. What other folders may use. */

export { sendsState, setSends, withKeys } from './administration.ts';
export { checkConnections } from './check.ts';
export { type ListedOperation, listOperations } from './operations.ts';
export { serve } from './serve.ts';
export { startServer } from './server.ts';
