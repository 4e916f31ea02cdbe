/** Voice recording account default configuration. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceRecordingAccountDefaultConfiguration = entity('VoiceRecordingAccountDefaultConfiguration', {
  in: voice,
  at: 'recordingAccountDefaultConfiguration',
  about: "The account's default settings for recording calls.",
  fields: {
    accountSid: t.ref('Account'),
    description: t.string,
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    configuration: t.object('Configuration', {
      configurationType: t.string.from('configurationType').about('Always Recording.'),
      compositionPolicy: t
        .object('ConfigurationCompositionPolicy', {
          channels: t.string.about('Number of audio channels: `mono`, or `dual` with a channel for each side.'),
          trim: t.string.about('Whether silence at both ends is cut off: `trim-silence` or `do-not-trim`.'),
          track: t.string.about('Whose audio is recorded: `inbound`, `outbound` or `both`.'),
        })
        .from('compositionPolicy')
        .about('How the recorded audio is put together.'),
      callRecordingStatusCallback: t
        .object('ConfigurationCallRecordingStatusCallback', {
          url: t.string.about('URL that receives the events.'),
          method: t.string.about('HTTP method of `url`.'),
          events: t.string.list.about('Events that are sent, such as `in-progress`, `completed` and `absent`.'),
        })
        .from('callRecordingStatusCallback')
        .about('Where Twilio reports on recordings of calls.'),
      conferenceRecordingStatusCallback: t
        .object('ConfigurationConferenceRecordingStatusCallback', {
          url: t.string.about('URL that receives the events.'),
          method: t.string.about('HTTP method of `url`.'),
          events: t.string.list.about('Events that are sent, such as `in-progress`, `completed` and `absent`.'),
        })
        .from('conferenceRecordingStatusCallback')
        .about('Where Twilio reports on recordings of conferences.'),
      features: t
        .object('ConfigurationFeatures', {
          type: t.string,
          featureId: t.string.from('featureId').about("ID of the feature's own configuration."),
          description: t.string,
        })
        .list.about('What else is done with each recording, such as a transcription.'),
    }),
    message: t.omit,
    code: t.omit,
    status: t.omit,
    moreInfo: t.omit,
  },
  create: {
    description: t.string,
    configuration: t.object('Configuration', {
      configurationType: t.string.from('configurationType').required,
      compositionPolicy: t
        .object('ConfigurationCompositionPolicy', { channels: t.string, trim: t.string, track: t.string })
        .from('compositionPolicy'),
      callRecordingStatusCallback: t
        .object('ConfigurationCallRecordingStatusCallback', { url: t.url, method: t.string, events: t.string.list })
        .from('callRecordingStatusCallback'),
      conferenceRecordingStatusCallback: t
        .object('ConfigurationConferenceRecordingStatusCallback', {
          url: t.url,
          method: t.string,
          events: t.string.list,
        })
        .from('conferenceRecordingStatusCallback'),
      features: t.object('ConfigurationFeatures', {
        type: t.string.required,
        featureId: t.string.from('featureId').required,
        description: t.string,
      }).list,
    }).required,
  },
  update: {
    description: t.string,
    configuration: t.object('Configuration', {
      configurationType: t.string.from('configurationType').required,
      compositionPolicy: t
        .object('ConfigurationCompositionPolicy', { channels: t.string, trim: t.string, track: t.string })
        .from('compositionPolicy'),
      callRecordingStatusCallback: t
        .object('ConfigurationCallRecordingStatusCallback', { url: t.url, method: t.string, events: t.string.list })
        .from('callRecordingStatusCallback'),
      conferenceRecordingStatusCallback: t
        .object('ConfigurationConferenceRecordingStatusCallback', {
          url: t.url,
          method: t.string,
          events: t.string.list,
        })
        .from('conferenceRecordingStatusCallback'),
      features: t.object('ConfigurationFeatures', {
        type: t.string.required,
        featureId: t.string.from('featureId').required,
        description: t.string,
      }).list,
    }).required,
  },
  remove: true,
  fetch: true,
  admin: ['create', 'remove', 'update'],
});
