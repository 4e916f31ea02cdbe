/** All rules, by the name of an entity or of a type that several entities share. */
import type { Rule } from '../rule.ts';
import * as account from './account.ts';
import * as addOn from './addOn.ts';
import * as call from './call.ts';
import * as conference from './conference.ts';
import * as event from './event.ts';
import * as key from './key.ts';
import * as live from './live.ts';
import * as message from './message.ts';
import * as number from './number.ts';
import { productRules } from './products/index.ts';
import * as recording from './recording.ts';
import * as sip from './sip.ts';
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
  CallRecording: recording.CallRecording,
  ConferenceRecording: recording.ConferenceRecording,
  CallEvent: event.CallEvent,
  Siprec: live.Tap,
  Stream: live.Tap,
  RealtimeTranscription: live.Tap,
  Payments: live.Payments,
  UserDefinedMessage: live.UserDefinedMessage,
  UserDefinedMessageSubscription: live.UserDefinedMessageSubscription,
  NewKey: key.NewKey,
  NewSigningKey: key.NewSigningKey,
  Token: key.Token,
  SipDomain: sip.SipDomain,
  SipCredentialListMapping: sip.SipCredentialListMapping,
  SipIpAccessControlListMapping: sip.SipIpAccessControlListMapping,
  SipAuthCallsCredentialListMapping: sip.SipAuthCallsCredentialListMapping,
  SipAuthCallsIpAccessControlListMapping: sip.SipAuthCallsIpAccessControlListMapping,
  SipAuthRegistrationsCredentialListMapping: sip.SipAuthRegistrationsCredentialListMapping,
  SipCredentialList: sip.SipCredentialList,
  SipCredential: sip.SipCredential,
  SipIpAddress: sip.SipIpAddress,
  IncomingPhoneNumberAssignedAddOn: addOn.IncomingPhoneNumberAssignedAddOn,
  RecordingAddOnResultPayloadData: addOn.RecordingAddOnResultPayloadData,
  IncomingPhoneNumberLocal: number.IncomingPhoneNumberOfType,
  IncomingPhoneNumberMobile: number.IncomingPhoneNumberOfType,
  IncomingPhoneNumberTollFree: number.IncomingPhoneNumberOfType,
  DependentPhoneNumber: number.DependentPhoneNumber,
  UsageRecord: usage.UsageRecord,
  UsageTrigger: usage.UsageTrigger,
  ...productRules,
};
