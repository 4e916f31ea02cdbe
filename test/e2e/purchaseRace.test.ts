/** One phone number, wanted by several requests in several processes at the same time: it is bought once. */
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { requireBuild, run, urlOf } from '../support/command.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { newState } from '../support/keys.ts';
import { number, page } from '../support/rows.ts';
import { ACCOUNT, startAgainst, TOKEN } from '../support/server.ts';
import { type Answer, startStandIn } from '../support/standIn.ts';

const TWILIO_GRAPHQL_STATE = newState();
const twilio = closedAfterAll(await startStandIn());
const open = async () => closedAfterAll(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE }));
const nodes = [await open(), await open()] as const;

const FIELDS = ['incomingPhoneNumber', 'incomingPhoneNumberLocal'];
const BUY = (field: string, more = '') =>
  `mutation($to: String!) { it: ${field}Create(input: { phoneNumber: $to }${more}) { userErrors { code field message } } }`;
const posts = () => twilio.seen.filter(({ method }) => method === 'POST').map(({ form }) => form.get('PhoneNumber'));

let made = 0;
/** A Twilio that sells, and lists what is sold; `answer` is what the buyer hears. */
const sells = (answer: (row: object) => Answer = (row) => [201, row]) => {
  const sold: Record<string, unknown>[] = [];
  let isListed = true;
  twilio.play(({ method, form, query }) => {
    if (method === 'GET')
      return page(
        'incoming_phone_numbers',
        isListed ? sold.filter((row) => row.phone_number === (query.get('PhoneNumber') ?? row.phone_number)) : [],
      );
    const row = number(++made, {
      phone_number: form.get('PhoneNumber'),
      date_created: new Date().toUTCString(),
    });
    sold.push(row);
    return answer(row);
  });
  return { sold, list: (listed: boolean) => (isListed = listed) };
};

test('by two processes of one store, through two mutations, with and without a key: one POST for each number', async () => {
  const { sold } = sells();
  const numbers = Array.from({ length: 8 }, (_, n) => `+1555012${String(n).padStart(4, '0')}`);
  const wishes = numbers.flatMap((to) =>
    Array.from({ length: 6 }, (_, n) => ({ to, key: n > 3 ? `, idempotencyKey: "${to}-${n}"` : '', n })),
  );
  const answers = await Promise.all(
    wishes.map(async ({ to, key, n }) => ({
      to,
      answer: await nodes[n % 2 ? 1 : 0].ask(BUY(FIELDS[n % 3 ? 1 : 0] ?? '', key), { to }),
    })),
  );
  expect(posts().sort()).toEqual(numbers);
  expect(sold).toHaveLength(numbers.length);
  for (const to of numbers) {
    const codes = answers.filter((each) => each.to === to).map(({ answer }) => answer.data?.it.userErrors[0]?.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'BAD_USER_INPUT')).toHaveLength(5);
  }
});

describe('a purchase whose answer is lost', () => {
  test('is not made again on a guess, by whichever process, until it is known', async () => {
    const shop = sells(() => (response) => response.destroy());
    shop.list(false);
    const to = '+15550129999';
    const first = await nodes[0].ask(BUY('incomingPhoneNumber'), { to });
    const { operationId: id } = first.errors[0]?.extensions ?? {};
    for (const node of nodes) {
      const { data } = await node.ask(BUY('incomingPhoneNumberLocal'), { to });
      expect(data.it.userErrors).toEqual([
        {
          code: 'BAD_USER_INPUT',
          field: ['input', 'phoneNumber'],
          message: expect.stringContaining(`operation ${id} has no outcome yet`),
        },
      ]);
    }
    expect(posts()).toEqual([to]);
    // Another number is not affected, and a dry run sends nothing.
    await nodes[1].ask(BUY('incomingPhoneNumber', ', dryRun: true'), { to: '+15550129998' });
    expect(posts()).toEqual([to]);
    shop.list(true);
    const state = async () =>
      (await nodes[1].ask('query($id: ID) { operation(id: $id) { state } }', { id })).data.operation?.state;
    await expect.poll(state).toBe('DONE');
    const { data } = await nodes[1].ask(BUY('incomingPhoneNumber'), { to });
    expect(data.it.userErrors).toMatchObject([{ message: expect.stringContaining('already yours') }]);
    expect(posts()).toEqual([to]);
  });
});

describe('real processes', () => {
  beforeAll(requireBuild);
  test('--nodes 2: one POST', async () => {
    sells();
    const nodesOfOne = run(
      {
        TWILIO_ACCOUNT_SID: ACCOUNT,
        TWILIO_AUTH_TOKEN: TOKEN,
        TWILIO_UPSTREAM_URL: twilio.url,
        TWILIO_GRAPHQL_STATE: newState(),
      },
      ['--nodes', '2'],
    );
    onTestFinished(() => void nodesOfOne.child.kill('SIGKILL'));
    const url = await urlOf(nodesOfOne);
    const buy = async () => {
      const body = JSON.stringify({ query: BUY('incomingPhoneNumber'), variables: { to: '+15550120100' } });
      const headers = { 'content-type': 'application/json', connection: 'close' };
      return (await fetch(url, { method: 'POST', headers, body })).json();
    };
    const answers = await Promise.all(Array.from({ length: 12 }, buy));
    const codes = answers.map(({ data }) => data.it.userErrors[0]?.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(posts()).toEqual(['+15550120100']);
  });
});
