/** What other products recorded of the seed's calls, messages and conversations: alerts, tasks and runs of flows. */
import { sidOf } from '../sids.ts';
import type { Values } from '../store.ts';
import { ACCOUNT, plus, type SeedBuilder, type SeedRow } from './builder.ts';

/** An alert is what the core API calls a notification, about messages, too. */
const addAlerts = (seed: SeedBuilder, traffic: SeedBuilder, setUp: SeedBuilder): void => {
  const add = (dateCreated: Date, more: Values) =>
    seed.add('MonitorAlert', [], {
      ...{ accountSid: ACCOUNT, logLevel: 'error', apiVersion: '2010-04-01', dateCreated, dateUpdated: dateCreated },
      ...{ dateGenerated: dateCreated, ...more },
    });
  for (const { values } of traffic.rowsOf('Message').filter(({ values: { errorCode } }) => errorCode))
    add(plus(values.dateCreated, 4), {
      ...{ sid: sidOf('NO', `alert ${values.sid}`), resourceSid: values.sid, errorCode: String(values.errorCode) },
      alertText: `Msg=${encodeURIComponent(String(values.errorMessage))}`,
    });
  for (const { values } of setUp.rowsOf('Notification').filter(({ values: { callSid } }) => callSid)) {
    const { sid, callSid, errorCode, log, messageText, requestMethod, requestUrl, moreInfo } = values;
    add(values.dateCreated, {
      ...{ sid, resourceSid: callSid, errorCode: String(errorCode), logLevel: log === 0 ? 'error' : 'warning' },
      ...{ alertText: messageText, requestMethod, requestUrl, moreInfo },
    });
  }
};

/** A row like another one, of another moment. */
const addLike = (seed: SeedBuilder, model: SeedRow | undefined, prefix: string, begun: Date, more: Values): void => {
  if (!model) return;
  const moments = { dateCreated: begun, dateUpdated: plus(begun, 60) };
  seed.add(model.type, model.parents, { ...model.values, sid: seed.sid(prefix), ...more, ...moments });
};

/** `seed`: with the flow, the workspace and the conversation; `traffic`: with the calls; `setUp`: with the notifications. */
export const addTraces = (seed: SeedBuilder, traffic: SeedBuilder, setUp: SeedBuilder): void => {
  addAlerts(seed, traffic, setUp);
  const isAnswered = ({ values }: SeedRow) => values.direction === 'inbound' && values.status === 'completed';
  const call = traffic.rowsOf('Call').findLast(isAnswered)?.values;
  const conversation = seed.rowsOf('Conversation')[0]?.values;
  const [task] = seed.rowsOf('TaskrouterTask');
  const withAttributes = (attributes: object) => ({ attributes: JSON.stringify(attributes) });
  if (call) {
    const { sid, from, dateCreated } = call;
    addLike(seed, task, 'WT', plus(dateCreated, 5), withAttributes({ call_sid: sid, from }));
    addLike(seed, seed.rowsOf('Execution')[0], 'FN', plus(dateCreated, 1), {
      ...{ contactChannelAddress: from, initiatedBy: sid },
    });
  }
  if (conversation)
    addLike(
      seed,
      task,
      'WT',
      plus(conversation.dateCreated, 30),
      withAttributes({ conversationSid: conversation.sid }),
    );
};
