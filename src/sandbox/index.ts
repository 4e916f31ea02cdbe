/** A stand-in for Twilio that needs no account. What other folders may use. */
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
