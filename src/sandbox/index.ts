/** A stand-in for Twilio that needs no account: the exports that other folders may use. */
export type { FaultPlan } from './faultInjection.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
