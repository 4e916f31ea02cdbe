/** Sends requests to Twilio. What other folders may use. */
export { charged } from './charged.ts';
export { type CoalescerOptions, RequestCoalescer } from './coalescer.ts';
export { CredentialStore, type Credentials } from './credentialStore.ts';
export type { SdkRequest } from './outgoing.ts';
export { type ProxyRoute, proxyRouteOf } from './proxy/index.ts';
export { callSdk } from './sdkCall.ts';
export { Transport, type TransportOptions } from './transport.ts';
