/** Recording configurations. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const VoiceRecordingConfiguration = entity('VoiceRecordingConfiguration', {
  in: voice,
  at: 'recording',
  key: 'id',
  argument: 'idOrUniqueName',
  about: 'Reusable settings for recording calls.',
  fields: {
    id: t.string.as('twilioId'),
    accountSid: t.ref('Account'),
    uniqueName: t.string,
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
    uniqueName: t.string,
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
    uniqueName: t.string,
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
