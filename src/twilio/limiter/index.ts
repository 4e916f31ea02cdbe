/** Limits how many requests start in a second, and how many rows are held. What other folders may use. */
export { abortError, deadlineOf, untilDeadline } from './abort.ts';
export { Budget, type Overrun } from './budget.ts';
export { type Caller, type Reserved, Subscribers } from './caller.ts';
export { Limiter } from './limiter.ts';
export { OperationMemory, ScanMemory } from './memory.ts';
export { RedisLimit } from './redisLimit.ts';
