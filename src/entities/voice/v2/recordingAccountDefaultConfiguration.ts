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
      configurationType: t.string.from('configurationType'),
      compositionPolicy: t
        .object('ConfigurationCompositionPolicy', { channels: t.string, trim: t.string, track: t.string })
        .from('compositionPolicy'),
      callRecordingStatusCallback: t
        .object('ConfigurationCallRecordingStatusCallback', { url: t.string, method: t.string, events: t.string.list })
        .from('callRecordingStatusCallback'),
      conferenceRecordingStatusCallback: t
        .object('ConfigurationConferenceRecordingStatusCallback', {
          url: t.string,
          method: t.string,
          events: t.string.list,
        })
        .from('conferenceRecordingStatusCallback'),
      features: t.object('ConfigurationFeatures', {
        type: t.string,
        featureId: t.string.from('featureId'),
        description: t.string,
      }).list,
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
        .object('ConfigurationCallRecordingStatusCallback', { url: t.string, method: t.string, events: t.string.list })
        .from('callRecordingStatusCallback'),
      conferenceRecordingStatusCallback: t
        .object('ConfigurationConferenceRecordingStatusCallback', {
          url: t.string,
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
        .object('ConfigurationCallRecordingStatusCallback', { url: t.string, method: t.string, events: t.string.list })
        .from('callRecordingStatusCallback'),
      conferenceRecordingStatusCallback: t
        .object('ConfigurationConferenceRecordingStatusCallback', {
          url: t.string,
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
