/** Reaches Twilio through a proxy. What other folders may use. */
export { createDispatcher } from './dispatcher.ts';
export { ProxyRefusal } from './refusal.ts';
export { type ProxyRoute, proxyRouteOf } from './route.ts';
