/** Relations to lists that Twilio filters by time alone, and to lists whose place the client names: what they ask Twilio. */
import { describe, expect, test } from 'vitest';
import { closedAfterAll } from '../support/hooks.ts';
import { relationServer, rest } from '../support/relationServer.ts';
import { call, message, page, path, sid } from '../support/rows.ts';
import { ACCOUNT, startTestServer } from '../support/server.ts';

const { twilio, server, play, asked } = await relationServer();

const CALL = path(`Calls/${sid('CA')}`);
const MESSAGE = path(`Messages/${sid('SM')}`);
const alert = (n: number, resource: string, at: string) => ({
  sid: sid('NO', n),
  account_sid: ACCOUNT,
  resource_sid: resource,
  error_code: `1120${n % 10}`,
  date_generated: at,
});
const sandbox = closedAfterAll(await startTestServer({}));
const costOf = ({ extensions }: { extensions: Readonly<Record<string, unknown>> }) =>
  extensions.cost as { readonly actualQueryCost: number; readonly requestedQueryCost: number };
const pathsOf = () => twilio.seen.map((each) => each.path);
const queryOf = (where: string) => twilio.seen.find((each) => each.path === where)?.query ?? new URLSearchParams();

describe('alerts', () => {
  test('of a call are one scan from its creation to an hour after its end, matched by their resource', async () => {
    play({
      [CALL]: call(1),
      '/v1/Alerts': rest('alerts', [
        alert(1, sid('CA'), '2026-11-20T10:55:00Z'),
        alert(2, sid('CA', 2), '2026-11-20T10:00:30Z'),
        alert(3, sid('CA'), '2026-11-20T09:59:59Z'),
        alert(4, sid('CA'), '2026-11-20T12:30:00Z'),
      ]),
    });
    const { data, errors } = await server.ask(
      `{ call(sid: "${sid('CA')}") { alerts { totalCount nodes { errorCode resource { ... on Call { sid status } } } } } }`,
    );
    expect(errors).toEqual([]);
    const resource = { sid: sid('CA'), status: 'COMPLETED' };
    expect(data.call.alerts).toEqual({
      totalCount: 2,
      nodes: [
        { errorCode: '11201', resource },
        { errorCode: '11203', resource },
      ],
    });
    expect(pathsOf()).toEqual([CALL, '/v1/Alerts']);
    const query = queryOf('/v1/Alerts');
    expect(query.get('StartDate')).toBe('2026-11-20T09:58:58Z');
    expect(query.get('EndDate')).toBe('2026-11-20T11:01:31Z');
  });

  test("of a call in progress have no end, and the client's own filter holds, too", async () => {
    play({ [CALL]: call(1, { status: 'in-progress', end_time: null }), '/v1/Alerts': rest('alerts', []) });
    const { data, errors } = await server.ask(
      `{ call(sid: "${sid('CA')}") { alerts(filter: { logLevel: { eq: "error" }, and: [{ errorCode: { eq: "11200" } }] }) { nodes { sid } } } }`,
    );
    expect([data.call.alerts.nodes, errors]).toEqual([[], []]);
    const query = queryOf('/v1/Alerts');
    expect([query.get('LogLevel'), query.has('EndDate')]).toEqual(['error', false]);
  });

  test('of many calls are one page; if it does not hold them all, each list is read by itself', async () => {
    const endOf = (i: number) => `Fri, 20 Nov 2026 10:01:3${i} +0000`;
    const calls = Array.from({ length: 8 }, (_, i) => call(i + 1, { end_time: endOf(i) }));
    const alerts = calls.flatMap((_, i) =>
      i % 3 === 0 ? [alert(10 * i + 1, sid('CA', i + 1), '2026-11-20T10:00:10Z')] : [],
    );
    const query = '{ calls(first: 8) { nodes { alerts { nodes { errorCode } } } } }';
    const shown = calls.map((_, i) => ({ alerts: { nodes: i % 3 === 0 ? [{ errorCode: '11201' }] : [] } }));
    play({ [path('Calls')]: page('calls', calls), '/v1/Alerts': rest('alerts', alerts) });
    const one = await server.ask(query);
    expect([one.data.calls.nodes, one.errors]).toEqual([shown, []]);
    expect(pathsOf()).toEqual([path('Calls'), '/v1/Alerts']);

    const host = 'https://monitor.twilio.com/v1/Alerts?Page=1&PageToken=x';
    twilio.play(({ path: where, query: said }) => {
      if (where === path('Calls')) return page('calls', calls);
      return said.has('PageToken') ? rest('alerts', alerts.slice(1)) : rest('alerts', alerts.slice(0, 1), host);
    });
    const many = await server.ask(query);
    expect([many.data.calls.nodes, many.errors]).toEqual([shown, []]);
    const { actualQueryCost, requestedQueryCost } = costOf(many);
    expect(actualQueryCost).toBe(1 + 1 + 8 * 2);
    expect(requestedQueryCost).toBeGreaterThanOrEqual(actualQueryCost);
  });

  test('of a message are read up to an hour after its last update, and priced as a scan', async () => {
    const updated = { date_updated: 'Fri, 20 Nov 2026 10:00:05 +0000', error_code: 30003 };
    play({
      [MESSAGE]: message(1, updated),
      '/v1/Alerts': rest('alerts', [alert(1, sid('SM'), '2026-11-20T10:00:05Z')]),
    });
    const { data, ...answer } = await server.ask(`{ message(sid: "${sid('SM')}") { alerts { nodes { errorCode } } } }`);
    expect(data.message.alerts.nodes).toEqual([{ errorCode: '11201' }]);
    expect(queryOf('/v1/Alerts').get('EndDate')).toBe('2026-11-20T11:00:06Z');
    expect(costOf(answer).actualQueryCost).toBe(2);
    expect(costOf(answer).requestedQueryCost).toBeGreaterThan(10);
  });
});

describe('a place that the client names', () => {
  const TASKS = `/v1/Workspaces/${sid('WS')}/Tasks`;
  const task = { sid: sid('WT'), workspace_sid: sid('WS'), assignment_status: 'assigned', attributes: '{}' };

  test('has the runs through a flow that a call started', async () => {
    const EXECUTIONS = `/v2/Flows/${sid('FW')}/Executions`;
    const execution = (n: number, by: string) => ({
      ...{ sid: sid('FN', n), flow_sid: sid('FW'), initiated_by: by, status: 'ended' },
      date_created: '2026-11-20T10:00:00Z',
    });
    play({
      [CALL]: call(1),
      [EXECUTIONS]: rest('executions', [execution(1, sid('CA')), execution(2, sid('CA', 2))]),
    });
    const { data, errors } = await server.ask(
      `{ call(sid: "${sid('CA')}") { studioExecutions(flowSid: "${sid('FW')}") { nodes { sid status } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.call.studioExecutions.nodes).toEqual([{ sid: sid('FN'), status: 'ENDED' }]);
    expect(pathsOf()).toEqual([CALL, EXECUTIONS]);
    const query = queryOf(EXECUTIONS);
    expect(query.get('DateCreatedFrom')).toBe('2026-11-20T09:58:58Z');
    expect(query.get('DateCreatedTo')).toBe('2026-11-20T11:01:31Z');
  });

  test('has the tasks of a call and of a conversation, by their attributes', async () => {
    const CONVERSATION = `/v1/Conversations/${sid('CH')}`;
    play({
      [CALL]: call(1),
      [CONVERSATION]: { sid: sid('CH'), account_sid: ACCOUNT },
      [TASKS]: rest('tasks', [task]),
    });
    const inWorkspace = `(workspaceSid: "${sid('WS')}") { sid assignmentStatus }`;
    const { data, errors } = await server.ask(`{
      call(sid: "${sid('CA')}") { task${inWorkspace} }
      conversations { conversation(sid: "${sid('CH')}") { task${inWorkspace} } } }`);
    expect(errors).toEqual([]);
    const found = { task: { sid: sid('WT'), assignmentStatus: 'ASSIGNED' } };
    expect(data).toEqual({ call: found, conversations: { conversation: found } });
    expect(asked().sort()).toEqual(
      [
        `GET ${CALL}`,
        `GET ${CONVERSATION}`,
        `GET ${TASKS}?EvaluateTaskAttributes=call_sid+%3D%3D+%22${sid('CA')}%22`,
        `GET ${TASKS}?EvaluateTaskAttributes=conversationSid+%3D%3D+%22${sid('CH')}%22`,
      ].sort(),
    );
  });

  test('without such a task is null', async () => {
    play({ [CALL]: call(1), [TASKS]: rest('tasks', []) });
    const { data, errors } = await server.ask(
      `{ call(sid: "${sid('CA')}") { task(workspaceSid: "${sid('WS')}") { sid } } }`,
    );
    expect([data.call.task, errors]).toEqual([null, []]);
  });

  test.each(['x/../y', '..', '', 'WS%2f'])('that cannot be one, %j, is refused by name and not sent', async (wrong) => {
    play({ [CALL]: call(1) });
    const { data, errors } = await server.ask(
      'query($in: ID!, $sid: ID!) { call(sid: $sid) { task(workspaceSid: $in) { sid } studioExecutions(flowSid: $in) { nodes { sid } } } }',
      { in: wrong, sid: sid('CA') },
    );
    expect(data.call).toEqual({ task: null, studioExecutions: null });
    expect(errors.map(({ extensions, message: words }) => [extensions.code, words.split(/[: ]/)[0]])).toEqual([
      ['BAD_USER_INPUT', 'workspaceSid'],
      ['BAD_USER_INPUT', 'flowSid'],
    ]);
    expect(pathsOf()).toEqual([CALL]);
  });

  test("is not asked about another account's call", async () => {
    const other = `AC${'b'.repeat(32)}`;
    twilio.play(() => call(1, { account_sid: other }));
    const { errors } = await server.ask(`{ call(sid: "${sid('CA')}", accountSid: "${other}") {
      task(workspaceSid: "${sid('WS')}") { sid } alerts { nodes { sid } } } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(twilio.seen).toHaveLength(1);
  });

  test("is in a task's attributes for its conference", async () => {
    const CONFERENCE = path(`Conferences/${sid('CF')}`);
    play({
      [`${TASKS}/${sid('WT')}`]: { ...task, attributes: JSON.stringify({ conference: { sid: sid('CF') } }) },
      [CONFERENCE]: { sid: sid('CF'), account_sid: ACCOUNT, status: 'completed' },
    });
    const { data } = await server.ask(
      `{ taskrouter { task(workspaceSid: "${sid('WS')}", sid: "${sid('WT')}") { conference { status } } } }`,
    );
    expect(data.taskrouter.task.conference).toEqual({ status: 'COMPLETED' });
  });
});

describe('messages of a messaging service', () => {
  const SERVICE = `/v1/Services/${sid('MG')}`;
  const ask = (args: string) =>
    server.ask(
      `{ messaging { service(sid: "${sid('MG')}") { messages(${args}) { nodes { sid messagingService { sid } } } } } }`,
    );

  test('are found among those of a time that the client names', async () => {
    const sent = { date_sent: 'Fri, 20 Nov 2026 10:00:00 +0000' };
    play({
      [SERVICE]: { sid: sid('MG'), account_sid: ACCOUNT },
      [path('Messages')]: page('messages', [
        message(1, { ...sent, messaging_service_sid: sid('MG') }),
        message(2, { ...sent, messaging_service_sid: sid('MG', 2) }),
        message(3, sent),
      ]),
    });
    const { data, errors } = await ask('since: "2026-11-20T00:00:00Z", until: "2026-11-21T00:00:00Z"');
    expect(errors).toEqual([]);
    expect(data.messaging.service.messages.nodes).toEqual([{ sid: sid('SM'), messagingService: { sid: sid('MG') } }]);
    expect(pathsOf()).toEqual([SERVICE, path('Messages')]);
    const query = queryOf(path('Messages'));
    expect(query.get('DateSent>')).toBe('2026-11-19T23:59:59Z');
    expect(query.get('DateSent<')).toBe('2026-11-21T00:00:01Z');
  });

  test('of a time that ends before it begins are refused', async () => {
    play({ [SERVICE]: { sid: sid('MG'), account_sid: ACCOUNT } });
    const { errors } = await ask('since: "2026-11-21T00:00:00Z", until: "2026-11-20T00:00:00Z"');
    expect(errors.map(({ message: words }) => words)).toEqual(['since: lies after `until`, so nothing can match']);
    expect(pathsOf()).toEqual([SERVICE]);
  });
});

test('in the sandbox, calls and messages have alerts, a call a task and a run, a conversation a task', async () => {
  const places = await sandbox.ask(
    '{ taskrouter { workspaces(first: 1) { nodes { sid } } } studio { flows(first: 1) { nodes { sid } } } }',
  );
  const [workspace] = places.data.taskrouter.workspaces.nodes;
  const [flow] = places.data.studio.flows.nodes;
  const { data, errors } = await sandbox.ask(
    `query($in: ID!, $flow: ID!) {
        calls(first: 150) { nodes { alerts { nodes { errorCode } } } }
        messages(first: 60, filter: { status: { in: [FAILED, UNDELIVERED] } }) { nodes { errorCode alerts { nodes { errorCode } } } }
        taskrouter { tasks(workspaceSid: $in) { nodes {
          call { sid task(workspaceSid: $in) { call { sid } } studioExecutions(flowSid: $flow) { nodes { initiator { ... on Call { sid } } } } }
          conversation { sid task(workspaceSid: $in) { conversation { sid } } }
        } } } }`,
    { in: workspace.sid, flow: flow.sid },
  );
  expect(errors).toEqual([]);
  type Routed = { call: { sid: string } | null; conversation: { sid: string } | null };
  const tasks: Routed[] = data.taskrouter.tasks.nodes;
  const call = tasks.find((task) => task.call)?.call;
  const conversation = tasks.find((task) => task.conversation)?.conversation;
  const runs = { nodes: [{ initiator: { sid: call?.sid } }] };
  expect(call).toMatchObject({ task: { call: { sid: call?.sid } }, studioExecutions: runs });
  expect(conversation).toMatchObject({ task: { conversation: { sid: conversation?.sid } } });
  const calls: { alerts: { nodes: object[] } }[] = data.calls.nodes;
  expect(calls.filter(({ alerts }) => alerts.nodes.length > 0).length).toBeGreaterThan(3);
  for (const { errorCode, alerts } of data.messages.nodes)
    expect(alerts.nodes).toEqual([{ errorCode: String(errorCode) }]);
});
