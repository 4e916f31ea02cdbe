/** Products whose rows wait in a queue: each goes through its states by itself, and nothing else about it is special. */
import type { Rule } from '../../rule.ts';
import { stages } from '../stages.ts';

const FIRST_AFTER = 2;
const LAST_AFTER = 5;
const through = (middle: string, last: string): Rule => ({
  begin: stages('status', { after: FIRST_AFTER, state: middle }, { after: LAST_AFTER, state: last }),
});

export const IntelligenceV2Transcript: Rule = through('in-progress', 'completed');
export const InsightsInboundReport: Rule = through('running', 'completed');
export const InsightsOutboundReport: Rule = through('running', 'completed');
export const InsightsVoiceReport: Rule = through('running', 'completed');
export const VoiceTranscription: Rule = through('RUNNING', 'COMPLETED');
export const KnowledgeBase: Rule = through('PROVISIONING', 'ACTIVE');
export const MemoryStore: Rule = through('PROVISIONING', 'ACTIVE');
export const SupersimSmsCommand: Rule = through('sent', 'delivered');
export const SupersimIpCommand: Rule = through('sent', 'received');
export const WirelessCommand: Rule = through('sent', 'delivered');
export const EventSink: Rule = through('validating', 'active');
