/** Reaches Twilio through a proxy. What other folders may use. */
export { createDispatcher } from './dispatcher.ts';
export { ProxyRefusal } from './refusal.ts';
export { type ProxyRoute, type ProxySettings, proxyFromEnvironment, proxyRouteOf } from './route.ts';
