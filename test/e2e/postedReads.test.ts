/** Reads that Twilio takes as POST: they are query fields, sent as often as they are asked, and their refusals are errors. */
import { expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { sid } from '../support/rows.ts';

const { twilio, server } = await serverWithStandIn();
const STORE = 'mem_store_01';
const find = (value: string) =>
  server.ask(
    `query($value: String!) { memory { profileLookup(storeId: "${STORE}", input: { idType: "phone", value: $value }) { normalizedValue } } }`,
    { value },
  );

test('a profile is looked up by a query, with its input as JSON', async () => {
  twilio.play(() => ({ normalizedValue: '+14155550100', profiles: [] }));
  const { data, errors } = await find('415 555 0100');
  expect(errors).toEqual([]);
  expect(data.memory.profileLookup).toEqual({ normalizedValue: '+14155550100' });
  expect(twilio.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST /v1/Stores/${STORE}/Profiles/Lookup`,
  ]);
});

test('a refusal is an error, and nothing is sent for a store that cannot be one', async () => {
  twilio.play(() => [400, { code: 20001, message: 'bad', status: 400 }]);
  const { errors } = await find('x');
  expect(errors).toHaveLength(1);
  twilio.play(() => ({}));
  const refused = await server.ask(
    '{ memory { profileLookup(storeId: "../x", input: { idType: "phone", value: "1" }) { normalizedValue } } }',
  );
  expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(twilio.seen).toHaveLength(0);
});

test('figures of many task queues are read by a query', async () => {
  twilio.play(() => ({ workspace_sid: sid('WS'), task_queue_data: [], task_queue_response_count: 2 }));
  const { data, errors } = await server.ask(
    `query($body: JSON) { taskrouter { taskQueueBulkRealTimeStatistics(workspaceSid: "${sid('WS')}", input: { body: $body }) { taskQueueResponseCount } } }`,
    { body: { TaskQueueSids: [sid('WQ'), sid('WQ', 2)] } },
  );
  expect(errors).toEqual([]);
  expect(data.taskrouter.taskQueueBulkRealTimeStatistics).toEqual({ taskQueueResponseCount: 2 });
  expect(twilio.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST /v1/Workspaces/${sid('WS')}/TaskQueues/RealTimeStatistics`,
  ]);
});
