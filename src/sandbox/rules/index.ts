/** All rules, by the name of the entity or of the type that several entities share. */
import type { Rule } from '../rule.ts';
import * as account from './account.ts';
import * as call from './call.ts';
import * as conference from './conference.ts';
import * as message from './message.ts';
import * as number from './number.ts';
import * as recording from './recording.ts';
import * as usage from './usage.ts';

export const rules: Readonly<Record<string, Rule>> = {
  Account: account.Account,
  Balance: account.Balance,
  ValidationRequest: account.ValidationRequest,
  Call: call.Call,
  CallFeedback: call.CallFeedback,
  CallFeedbackSummary: call.CallFeedbackSummary,
  Conference: conference.Conference,
  Participant: conference.Participant,
  Queue: conference.Queue,
  Member: conference.Member,
  AvailablePhoneNumberCountry: number.AvailablePhoneNumberCountry,
  AvailablePhoneNumber: number.AvailablePhoneNumber,
  IncomingPhoneNumber: number.IncomingPhoneNumber,
  Message: message.Message,
  MessageFeedback: message.MessageFeedback,
  Recording: recording.Recording,
  UsageRecord: usage.UsageRecord,
  UsageTrigger: usage.UsageTrigger,
};
