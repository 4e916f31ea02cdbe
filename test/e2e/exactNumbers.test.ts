/** A number goes out with the digits that it came in with, or not at all; nobody rounds it on the way. */
import { expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';
import { sid } from '../support/rows.ts';
import { ACCOUNT } from '../support/server.ts';

const { twilio, server } = await serverWithStandIn();

const CHANGED = ['9007199254740993', '12345678901234567890', '1e400', '-1e999', '0.1234567890123456789'];
const EXACT = ['9007199254740991', '-2.5e-7', '0.1', '1e21'];

/** The body goes out as it is written here: a client in JavaScript could not send these numbers. */
const send = async (query: string, variables = '{}') => {
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const response = await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.json();
};

const writes: [name: string, argument: string, write: (json: string) => string][] = [
  [
    'syncDocumentCreate',
    'data',
    (json) =>
      `syncDocumentCreate(serviceSid: "${sid('IS')}", input: { data: ${json} }) { userErrors { code message field } }`,
  ],
  [
    'executionCreate',
    'parameters',
    (json) =>
      `executionCreate(flowSid: "${sid('FW')}", input: { to: "+14155550100", from: "+15005550006", parameters: ${json} }) ` +
      '{ userErrors { code message field } }',
  ],
];
/** How a client writes a value of JSON: in the document, as a variable, or in both. */
const forms: [form: string, ask: (write: (json: string) => string, number: string) => Promise<unknown>][] = [
  ['in the document', (write, number) => send(`mutation { it: ${write(`{ x: [${number}] }`)} }`)],
  ['as a variable', (write, number) => send(`mutation($d: JSON) { it: ${write('$d')} }`, `{"d": {"x": [${number}]}}`)],
  ['within', (write, number) => send(`mutation($d: JSON) { it: ${write('{ x: $d }')} }`, `{"d": [${number}]}`)],
];
const cases = writes.flatMap(([name, argument, write]) =>
  forms.flatMap(([form, ask]) => CHANGED.map((number) => ({ name, argument, write, form, ask, number }))),
);
test.each(cases)('$number $form of $name is refused by its name', async ({ argument, write, ask, number }) => {
  twilio.play(() => [500, {}]);
  expect(await ask(write, number)).toMatchObject({
    data: {
      it: {
        userErrors: [
          {
            code: 'BAD_USER_INPUT',
            field: ['input', argument],
            message: `input.${argument}: must not contain the number ${number}, whose digits would be changed; write it as text`,
          },
        ],
      },
    },
  });
  expect(twilio.seen).toHaveLength(0);
});

test.each(forms.flatMap(([form, ask]) => EXACT.map((number) => ({ form, ask, number }))))(
  '$number $form is sent',
  async ({ ask, number }) => {
    twilio.play(() => [201, { sid: sid('ET'), account_sid: ACCOUNT, data: {} }]);
    await ask(writes[0]?.[2] ?? String, number);
    expect(twilio.seen[0]?.form.get('Data')).toBe(JSON.stringify({ x: [Number(number)] }));
  },
);

test('a Decimal keeps the digits of a number', async () => {
  twilio.play(() => ({ calls: [], next_page_uri: null }));
  const digits = '0.12345678901234567890';
  const query = (operand: string, variable = '') =>
    `query${variable} { calls(first: 1, filter: { price: { gt: ${operand} } }) { nodes { sid } } }`;
  for (const answer of [await send(query(digits)), await send(query('$d', '($d: Decimal)'), `{"d": ${digits}}`)])
    expect(answer).toMatchObject({ data: { calls: { nodes: [] } } });
});

test.each([
  ['Int', 'calls(first: $n) { totalCount }'],
  ['ID!', 'call(sid: $n) { sid }'],
  ['String!', 'messages(filter: { body: { eq: $n } }) { totalCount }'],
])('a variable of type %s is refused', async (type, field) => {
  twilio.play(() => [500, {}]);
  const answer = await send(`query($n: ${type}) { ${field} }`, '{"n": 12345678901234567890}');
  expect(answer).toMatchObject({
    errors: [
      {
        extensions: { code: 'BAD_USER_INPUT' },
        message: expect.stringMatching(/^Variable "\$n" .*12345678901234567890/),
      },
    ],
  });
  expect(twilio.seen).toHaveLength(0);
});
