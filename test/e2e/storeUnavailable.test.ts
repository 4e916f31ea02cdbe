/** What clients hear while the store cannot be used: no path of the server, and nothing that is not known. */
import { copyFile, rename, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { newState } from '../support/keys.ts';
import { message } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const SEND = `mutation($key: String) { messageCreate(idempotencyKey: $key, input: { to: "+15550100002", from: "+15550100001", body: "x" }) {
  message { sid } userErrors { code } } }`;

type Harm = (state: string) => Promise<unknown>;
const file = (state: string) => join(state, 'store.db');
const aside = (state: string) => join(state, 'aside.db');
const back: Harm = (state) => rename(aside(state), file(state));
const harms: readonly [what: string, harm: Harm, undo?: Harm][] = [
  ['removed', (state) => rename(file(state), aside(state)), back],
  [
    'replaced',
    async (state) => {
      await rename(file(state), aside(state));
      await copyFile(aside(state), file(state));
    },
    back,
  ],
  ['cut off', (state) => truncate(`${file(state)}-wal`, 0)],
  ['removed with its folder', (state) => rename(state, `${state}-aside`), (state) => rename(`${state}-aside`, state)],
];

describe.each([
  ['the journal', {}],
  ['the limits', { TWILIO_SPENDING_LIMITS: 'messages/day=100' }],
] as const)('%s', (_what, settings) => {
  test.each<[what: string, harm: Harm, undo?: Harm]>([...harms])('its file is %s', async (_how, harm, undo) => {
    const twilio = closedAfterTest(await startStandIn());
    twilio.play(({ method }) => (method === 'POST' ? [201, message(1)] : message(1)));
    const state = newState();
    const server = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state, ...settings }));
    const first = await server.ask(SEND, { key: 'sent' });
    expect(first.errors).toEqual([]);
    twilio.seen.length = 0;
    await harm(state);
    for (const key of [undefined, 'new', 'sent']) {
      const { errors, text } = await server.ask(SEND, { key });
      expect(errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);
      expect(text).not.toContain(state);
      expect(text).not.toMatch(/"message":"[^"]*(\/|nothing was sent)/i);
      if (key) expect(errors[0]?.message).toContain('Whether an earlier one');
    }
    expect(twilio.seen).toEqual([]);
    if (!undo) return;
    await undo(state);
    expect((await server.ask(SEND, { key: 'sent' })).data).toEqual(first.data);
    expect(twilio.seen.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});
