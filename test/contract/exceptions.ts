/** Where a descriptor knows better than Twilio's surface, and why; `*` stands for any entity. */
export interface Exception {
  readonly because: string;
  readonly of: readonly string[];
}

export const exceptions: readonly Exception[] = [
  {
    because: 'Twilio writes these whole numbers as text.',
    of: [
      '*.fields.duration: is Int where Twilio has String',
      '*.fields.queueTime: is Int where Twilio has String',
      'Message.fields.numMedia: is Int where Twilio has String',
      'Message.fields.numSegments: is Int where Twilio has String',
      '*.fields.log: is Int where Twilio has String',
      '*.fields.errorCode: is Int where Twilio has String',
      'Token.fields.ttl: is Int where Twilio has String',
    ],
  },
  {
    because:
      'Money and what is billed by it are exact: Twilio writes them as text, or as a number that must not round.',
    of: [
      '*.fields.price: is Decimal where Twilio has String',
      '*.fields.price: is Decimal where Twilio has Float',
      'Balance.fields.balance: is Decimal where Twilio has String',
      'Message.create.maxPrice: is Decimal where Twilio has Float',
      '*.fields.count: is Decimal where Twilio has String',
      '*.fields.usage: is Decimal where Twilio has String',
      'UsageTrigger.fields.triggerValue: is Decimal where Twilio has String',
      'UsageTrigger.fields.currentValue: is Decimal where Twilio has String',
      'Payments.create.chargeAmount: is Decimal where Twilio has Float',
    ],
  },
  {
    because: "A closed set of words by Twilio's documentation, which its surface calls text.",
    of: [
      '*.fields.addressRequirements: is Enum of any, foreign, local, none where Twilio has String',
      'Call.fields.direction: is Enum of inbound, outbound-api, outbound-dial, trunking-originating, trunking-terminating where Twilio has String',
      '*.fields.origin: is Enum of hosted, twilio where Twilio has String',
      '*.list.origin: is Enum of hosted, twilio where Twilio has String',
      '*.create.machineDetection: is Enum of DetectMessageEnd, Enable where Twilio has String',
      '*.create.recordingChannels: is Enum of dual, mono where Twilio has String',
      '*.create.recordingTrack: is Enum of both, inbound, outbound where Twilio has String',
      '*.create.trim: is Enum of do-not-trim, trim-silence where Twilio has String',
      '*.create.statusCallbackEvent: is list of Enum of answered, completed, initiated, ringing where Twilio has list of String',
      '*.update.pauseBehavior: is Enum of silence, skip where Twilio has String',
      'Payments.create.input: is Enum of dtmf where Twilio has String',
      'CallRecording.create.recordingStatusCallbackEvent: is list of Enum of absent, completed, in-progress where Twilio has list of String',
      'Call.create.recordingStatusCallbackEvent: is list of Enum of absent, completed, in-progress where Twilio has list of String',
      'Participant.create.recordingStatusCallbackEvent: is list of Enum of absent, completed, failed, in-progress, paused, resumed, started, stopped where Twilio has list of String',
      'Participant.create.beep: is Enum of false, onEnter, onExit, true where Twilio has String',
      'Participant.create.jitterBufferSize: is Enum of large, medium, off, small where Twilio has String',
      'Participant.create.conferenceStatusCallbackEvent: is list of Enum of announcement, end, hold, join, leave, modify, mute, speaker, start where Twilio has list of String',
      'Participant.create.conferenceRecord: is Enum of do-not-record, false, record-from-start, true where Twilio has String',
      'Participant.create.conferenceTrim: is Enum of do-not-trim, trim-silence where Twilio has String',
      'Participant.create.conferenceRecordingStatusCallbackEvent: is list of Enum of absent, completed, failed, in-progress where Twilio has list of String',
    ],
  },
  {
    because: 'Text by its surface; what it holds is a moment, an address of the web, a yes or no, JSON.',
    of: [
      '*.fields.asOf: is DateTime where Twilio has String',
      'Call.create.recordingStatusCallback: is URL where Twilio has String',
      'Call.create.asyncAmd: is Boolean where Twilio has String',
      'Payments.create.confirmation: is Boolean where Twilio has Enum of false, true',
      'UserDefinedMessage.create.content: is JSON where Twilio has String',
    ],
  },
  {
    because: 'Opens something to whoever reads it.',
    of: [
      '*.create.callToken: is secret where Twilio has String',
      '*.create.sipAuthPassword: is secret where Twilio has String',
      'SipCredential.create.password: is secret where Twilio has String',
      'SipCredential.update.password: is secret where Twilio has String',
    ],
  },
  {
    because: 'The path of a list that `usageRecords` is in GraphQL.',
    of: ['UsageTrigger.fields.usageRecordUri: is omit where Twilio has String'],
  },
  {
    because: "Twilio's address wants credentials: GraphQL has one of this server in its place (schema/extra/media.ts).",
    of: ['Recording.fields.mediaUrl: is omit where Twilio has URL'],
  },
  {
    because: 'The row type is IncomingPhoneNumber, which has it; null in lists of one type.',
    of: [
      'IncomingPhoneNumberLocal.fields.type: unknown to Twilio',
      'IncomingPhoneNumberMobile.fields.type: unknown to Twilio',
      'IncomingPhoneNumberTollFree.fields.type: unknown to Twilio',
    ],
  },
  {
    because: 'One POST rates a call and rates it again, so Twilio left the score open; a rating without one is none.',
    of: ['CallFeedback.create.qualityScore: not required by Twilio'],
  },
  {
    because: 'The row type is Recording, which has them: one type, however a recording is found.',
    of: [
      'Recording.fields.track: unknown to Twilio',
      'ConferenceRecording.fields.track: unknown to Twilio',
      'CallRecording.fields.media_url: unknown to Twilio',
      'CallRecording.fields.subresource_uris: unknown to Twilio',
      'ConferenceRecording.fields.media_url: unknown to Twilio',
      'ConferenceRecording.fields.subresource_uris: unknown to Twilio',
      'CallRecording.fields.status: is Enum of absent, completed, deleted, in-progress, paused, processing, stopped where Twilio has Enum of absent, completed, in-progress, paused, processing, stopped',
      'ConferenceRecording.fields.status: is Enum of absent, completed, deleted, in-progress, paused, processing, stopped where Twilio has Enum of absent, completed, in-progress, paused, processing, stopped',
    ],
  },
  {
    because: 'The parent, which every mapping has as `sipDomain`.',
    of: ['*.fields.domainSid: is no reference, but may be one to SipDomain'],
  },
  {
    because: 'An area code is digits, not a quantity: text wherever it is an input.',
    of: ['*.list.areaCode: is String where Twilio has Int'],
  },
  {
    because: "The rated call's SID once more; the call itself is the parent.",
    of: ['CallFeedback.fields.sid: is no reference, but may be one to Call or Participant or Member'],
  },
  {
    because: 'An array of counts whose form Twilio never published.',
    of: ['CallFeedbackSummary.fields.issues: is JSON where Twilio has list of JSON'],
  },
];
