/** The resources of video. */

export { VideoComposition } from './v1/composition.ts';
export { VideoCompositionHook } from './v1/compositionHook.ts';
export { VideoCompositionSettings } from './v1/compositionSettings.ts';
export { VideoRecording } from './v1/recording.ts';
export { VideoRecordingSettings } from './v1/recordingSettings.ts';
export { VideoParticipantAnonymization } from './v1/room/participant/anonymize.ts';
export { VideoPublishedTrack } from './v1/room/participant/publishedTrack.ts';
export { VideoSubscribedTrack } from './v1/room/participant/subscribedTrack.ts';
export { VideoSubscribeRules } from './v1/room/participant/subscribeRules.ts';
export { VideoParticipant } from './v1/room/participant.ts';
export { VideoRecordingRules } from './v1/room/recordingRules.ts';
export { VideoRoomRecording } from './v1/room/roomRecording.ts';
export { VideoTranscription } from './v1/room/transcriptions.ts';
export { VideoRoom } from './v1/room.ts';
