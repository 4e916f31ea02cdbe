/** The seed's rows for what docs/recipes.md asks and a quiet account would not have: old data, long calls, today's. */
import { offerOf } from '../offers.ts';
import { bought } from '../rules/number.ts';
import { ACCOUNT, plus, type SeedBuilder } from './builder.ts';
import { addCall, addRecording } from './calls.ts';
import { addMessage } from './messages.ts';
import { AGENTS, CUSTOMERS, IDLE_NUMBER, NUMBERS } from './people.ts';

/** Older than the 90 days for which many keep recordings and texts. */
const OLD = [96, 118, 141];

export const addRecipes = (seed: SeedBuilder): void => {
  const [main] = NUMBERS;
  const sender = NUMBERS[7] ?? main;
  const customer = (i: number) => CUSTOMERS[i] ?? CUSTOMERS[0];

  const offer = offerOf(IDLE_NUMBER.number);
  if (offer)
    seed.add('IncomingPhoneNumber', [ACCOUNT], {
      ...bought(offer),
      ...{ sid: seed.sid('PN'), friendlyName: IDLE_NUMBER.name, voiceUrl: 'https://example.com/voice' },
      dateCreated: seed.daysAgo(165),
    });

  for (const [i, days] of OLD.entries()) {
    const begun = seed.daysAgo(days);
    const { number } = customer(i);
    const call = {
      sid: seed.sid('CA'),
      from: number,
      to: main.number,
      direction: 'inbound',
      begun,
      seconds: 75 + 60 * i,
    };
    addCall(seed, call);
    addRecording(seed, call, seed.sid('RE'), false);
    addMessage(seed, {
      ...{ from: sender.number, to: number, direction: 'outbound-api', at: plus(begun, 600) },
      body: 'Your invoice is ready. Reply with your postal code to receive it.',
    });
  }

  for (const [i, seconds] of [784, 2460].entries())
    addCall(seed, {
      ...{ sid: seed.sid('CA'), from: customer(i + 4).number, to: main.number, direction: 'inbound' },
      ...{ begun: seed.daysAgo(1), seconds },
    });

  // A caller who is put through; the leg to the colleague is recorded.
  const parent = {
    ...{ sid: seed.sid('CA'), from: customer(6).number, to: main.number, direction: 'inbound' },
    ...{ begun: seed.daysAgo(9), seconds: 420 },
  };
  const leg = {
    ...{ sid: seed.sid('CA'), from: main.number, to: AGENTS[0].number, direction: 'outbound-dial' },
    ...{ begun: plus(parent.begun, 30), seconds: 380, more: { parentCallSid: parent.sid } },
  };
  addCall(seed, parent);
  addCall(seed, leg);
  addRecording(seed, leg, seed.sid('RE'), false);

  for (const [i, body] of ['Is my appointment still on?', 'Thank you!', 'C'].entries())
    addMessage(seed, {
      ...{ from: customer(i + 8).number, to: sender.number, body, direction: 'inbound', at: seed.today(40 - 10 * i) },
    });
};
