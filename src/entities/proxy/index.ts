/** The resources of proxy. */

export { ProxyPhoneNumber } from './v1/service/phoneNumber.ts';
export { ProxyInteraction } from './v1/service/session/interaction.ts';
export { ProxyMessageInteraction } from './v1/service/session/participant/messageInteraction.ts';
export { ProxyParticipant } from './v1/service/session/participant.ts';
export { ProxySession } from './v1/service/session.ts';
export { ProxyService } from './v1/service.ts';
