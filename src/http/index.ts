/** The HTTP interface: GraphQL, media, health and metrics. What other folders may use. */
export { createAccess } from './access.ts';
export type { Authentication } from './admission.ts';
export { createEndpoint, PATH } from './endpoint.ts';
export type { Report } from './errors.ts';
export type { State } from './health.ts';
export { type Introspections, usualIntrospections } from './introspection.ts';
export { createMonitoring } from './monitoring.ts';
export { createRouter } from './router.ts';
export { readManifest, type TrustedDocuments } from './trustedDocuments.ts';
