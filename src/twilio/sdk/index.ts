/** The official SDK's client. What other folders may use. */
export { createClient, type Twilio } from './client.ts';
export { addressOf, legacyPath, listOf, type Method, methodOf, operationOf, originOf } from './tree.ts';
