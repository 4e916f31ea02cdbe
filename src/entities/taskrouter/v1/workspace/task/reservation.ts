/** Reservations of a task. */
import { entity, t } from '../../../../../model/index.ts';
import { TaskrouterTask } from '../task.ts';

export const TaskReservation = entity('TaskReservation', {
  in: TaskrouterTask,
  at: 'reservations',
  sid: 'WR',
  etag: true,
  plural: 'taskReservations',
  inside: ['reservation', 'reservations'],
  about: 'The offer of a task to a worker, seen from the task.',
  fields: {
    accountSid: t.ref('Account'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    reservationStatus: t
      .enum('pending', 'accepted', 'rejected', 'timeout', 'canceled', 'rescinded', 'wrapping', 'completed')
      .about(
        'PENDING until the worker accepts or rejects; RESCINDED if another worker was faster; WRAPPING after the work, until COMPLETED.',
      ),
    sid: t.sid,
    taskSid: t.ref('TaskrouterTask'),
    workerName: t.string.pii.about('Friendly name of the worker.'),
    workerSid: t.ref('Worker'),
    workspaceSid: t.ref('Workspace'),
    url: t.omit,
    links: t.omit,
  },
  filters: { reservationStatus: t.equal, workerSid: t.equal },
  update: {
    ifMatch: t.string,
    reservationStatus: t.enum(
      'pending',
      'accepted',
      'rejected',
      'timeout',
      'canceled',
      'rescinded',
      'wrapping',
      'completed',
    ),
    workerActivitySid: t.sid.about('SID of the activity that a worker gets who rejects the reservation.'),
    instruction: t.string.about(
      "What happens with the task's call: `call`, `dequeue`, `conference`, `redirect` or `supervise`.",
    ),
    dequeuePostWorkActivitySid: t.sid.about('SID of the activity that the worker gets after the call. For `dequeue`.'),
    dequeueFrom: t.phone.about('Caller ID of the call to the worker, in E.164 format. For `dequeue`.'),
    dequeueRecord: t.string.about(
      'Whether both parties are recorded: `record-from-answer` or `do-not-record`. For `dequeue`.',
    ),
    dequeueTimeout: t.int.about("Seconds to let the worker's phone ring. For `dequeue`."),
    dequeueTo: t.phone.destination.about(
      "Number or address of the worker. Default: `contact_uri` of the worker's attributes. For `dequeue`.",
    ),
    dequeueStatusCallbackUrl: t.url.about(
      'URL to which the progress of the call to the worker is reported. For `dequeue`.',
    ),
    callFrom: t.phone.about('Caller ID of the call to the worker, in E.164 format. For `call`.'),
    callRecord: t.string.about(
      'Whether both parties are recorded: `record-from-answer` or `do-not-record`. For `call`.',
    ),
    callTimeout: t.int.about("Seconds to let the worker's phone ring. For `call`."),
    callTo: t.phone.destination.about(
      "Number or address of the worker. Default: `contact_uri` of the worker's attributes. For `call`.",
    ),
    callUrl: t.url.about("URL of the TwiML for the worker's call once it is answered. For `call`."),
    callStatusCallbackUrl: t.url.about("URL to which the end of the worker's call is reported. For `call`."),
    callAccept: t.boolean.about('Whether the reservation is accepted as soon as the worker answers. For `call`.'),
    redirectCallSid: t.sid.about('SID of the call that is redirected. For `redirect`.'),
    redirectAccept: t.boolean.about('Whether the reservation is accepted by the redirection. For `redirect`.'),
    redirectUrl: t.url.about('URL of the TwiML that the call goes on with. For `redirect`.'),
    to: t.phone.destination.about(
      "Number or address of the worker. Default: `contact_uri` of the worker's attributes. For `conference`.",
    ),
    from: t.phone.about('Caller ID of the call to the worker, in E.164 format. For `conference`.'),
    statusCallback: t.url,
    statusCallbackMethod: t.httpMethod,
    statusCallbackEvent: t
      .enum('initiated', 'ringing', 'answered', 'completed')
      .list.about("Events of the worker's call that are reported."),
    timeout: t.int.about("Seconds to let the worker's phone ring. For `conference`."),
    record: t.boolean.about("Whether the worker's side is recorded."),
    muted: t.boolean.about('Whether the worker joins muted.'),
    beep: t.string.about('When a beep sounds: `true`, `false`, `onEnter` or `onExit`.'),
    startConferenceOnEnter: t.boolean.about('Whether the conference starts when the worker joins.'),
    endConferenceOnExit: t.boolean.about('Whether the conference ends when the worker leaves.'),
    waitUrl: t.url.about('URL of TwiML or music for participants who wait.'),
    waitMethod: t.httpMethod.about('HTTP method of `waitUrl`.'),
    earlyMedia: t.boolean.about("Whether the conference hears the worker's phone before it is answered."),
    maxParticipants: t.int.about('Most participants of the conference, at most 250.'),
    conferenceStatusCallback: t.url.about('URL to which events of the conference are reported.'),
    conferenceStatusCallbackMethod: t.httpMethod.about('HTTP method of `conferenceStatusCallback`.'),
    conferenceStatusCallbackEvent: t
      .enum('start', 'end', 'join', 'leave', 'mute', 'hold', 'speaker')
      .list.about('Events of the conference that are reported.'),
    conferenceRecord: t.string.about('Whether the conference is recorded: `record-from-start` or `do-not-record`.'),
    conferenceTrim: t.string.about('Whether silence is cut from the recording: `trim-silence` or `do-not-trim`.'),
    recordingChannels: t.string.about('`mono` or `dual`.'),
    recordingStatusCallback: t.url.about("URL to which the status of the worker's recording is reported."),
    recordingStatusCallbackMethod: t.httpMethod.about('HTTP method of `recordingStatusCallback`.'),
    conferenceRecordingStatusCallback: t.url.about(
      "URL to which the status of the conference's recording is reported.",
    ),
    conferenceRecordingStatusCallbackMethod: t.httpMethod.about('HTTP method of `conferenceRecordingStatusCallback`.'),
    region: t.string.about('Twilio region that mixes the conference. Default: the one next to the participants.'),
    sipAuthUsername: t.string.pii.about('User name for a worker at a SIP address.'),
    sipAuthPassword: t.secret.about('Password for a worker at a SIP address.'),
    dequeueStatusCallbackEvent: t.string.list.about(
      'Events of the call to the worker that are reported. For `dequeue`.',
    ),
    postWorkActivitySid: t.sid.about('SID of the activity that the worker gets after the conference.'),
    supervisorMode: t
      .enum('monitor', 'whisper', 'barge')
      .about('MONITOR listens, WHISPER is heard by the worker alone, BARGE by all.'),
    supervisor: t.string.about('SID or name of the worker who supervises. For `supervise`.'),
    endConferenceOnCustomerExit: t.boolean.about('Whether the conference ends when the customer leaves.'),
    beepOnCustomerEntrance: t.boolean.about('Whether a beep sounds when the customer joins.'),
    jitterBufferSize: t.string.about('Buffer against jitter: `small`, `medium`, `large` or `off`.'),
  },
  fetch: true,
  paid: ['update'],
  terminal: { reservationStatus: ['completed', 'rejected', 'timeout', 'canceled', 'rescinded'] },
});
