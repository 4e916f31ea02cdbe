/** Whether Twilio can be reached and accepts the credentials. What other folders may use. */
export { CredentialHealth } from './credentialHealth.ts';
export { type Probed, probe } from './probe.ts';
