/** Whatever could be read as a number is held to the destinations; what cannot be told is refused, and no ordinary text. */
import { describe, expect, test } from 'vitest';
import { inJson, phones, REFUSED, texts } from './writesTo.ts';

const foreign = [
  '+447911123456',
  '447911123456',
  '011447911123456',
  '00447911123456',
  '911',
  '+911',
  '9-1-1',
  '911#',
  '+44/7911/123456',
  '+44~7911~123456',
  '+44\u22127911\u2212123456',
  '+44\u30fc7911\u30fc123456',
  '+44\u20227911123456',
  '+447911123456;ext=1',
  '447911123456;ext=1',
  '447911123456ext1',
  '44 7911 123456 extension 12',
  '447911123456 Ada',
  '٤٤٧٩١١١٢٣٤٥٦ x',
  '447911123456,1',
  '++447911123456',
  '+0447911123456',
  '+12125550100,+447911123456',
  '+12125550100 +447911123456',
  '12125550100+447911123456',
  '12125550100, 447911123456',
  '12125550100 / 447911123456',
  '+44\ufe0f7911123456',
  '+4\u20e347911123456',
  '+44\u200b\u2060\u00ad7911123456',
  `+44${' '.repeat(200)}7911123456`,
  `${'\u200b'.repeat(300)}447911123456`,
  '00000000000447911123456',
  '\uff0b447911123456',
  'whatsapp:\uff0b447911123456',
  '\u200e+447911123456',
  '0044/7911123456',
  '44/7911/123456',
  '44_7911123456',
  '٤٤٧٩١١١٢٣٤٥٦',
  'whatsapp:٤٤٧٩١١١٢٣٤٥٦',
  '\u2779\u2779\u277c+447',
  '447911123456x',
  '44 7911 123456 x',
  '1900FLOWERS',
  '1-900-FLOWERS',
  'p+447911123456',
  'Call +447911123456 now, please',
  'tel://+447911123456',
  'whatsapp:whatsapp:+447911123456',
  'whatsapp:447911123456',
  'messenger:+447911123456',
  ' client +447911123456',
  '+447911123456@example.com',
  '{"address":"+447911123456"',
  "{'to':'447911123456'}",
  '2010-12-31 10:00',
];
const allowed = [
  '+12125550100',
  'whatsapp:+12125550100',
  'rcs:+12125550100',
  '12125550100',
  'client:ada',
  'client:ada7',
  'client:+447911123456',
  'sip:ada7@example.com',
  'sips:447911123456@example.com;x=1',
  `sim:DE${'1'.repeat(32)}`,
  'app:AP0123456789abcdef0123456789abcdef',
  'messenger:12345678901',
  'messenger:4479111234567890',
  'ada99@example.com',
  'a+447911123456@example.com',
  '22222',
  '555123',
  'ada',
  '',
];
/** Where also an identity or a token of a device can stand. */
const names = [
  'ada7',
  '7ada',
  '123456789012345678901',
  'agent12345',
  'user_1234567890',
  '4f2a9c1b7d',
  '550e8400-e29b-41d4-a716-446655440000',
  `${'0123456789abcdef'.repeat(4)}`,
  `dXyz123:APA91b${'F4_k-9Zq3'.repeat(12)}`,
  'fcm4/x+9aB3c/Zz012345+6c',
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '2026-11-29',
  '2026-11-29T10:00:00Z',
  '2026-11-29T10:00:00+00:00',
  '2026-11-29 10:00:00',
];

describe.each([...inJson, ...texts, ...phones])('%s', (_name, check) => {
  test.each(foreign)('%s is not sent', (address) => expect(check(address)).toThrow(REFUSED));
  test.each(allowed)('%s is', (address) => expect(check(address)).not.toThrow());
});
describe.each([...inJson, ...texts])('%s', (_name, check) => {
  test.each(names)('%s is an identity or a token', (address) => expect(check(address)).not.toThrow());
});
test.each(['ada7', '1-800-4MYXBOX', 'user447911123456', '911x', '12 34', 'whatsapp:agent7', '123456789012345678'])(
  '%s is none for an input of phone numbers',
  (to) => {
    for (const [, check] of phones) expect(check(to)).toThrow('input.to: must be in E.164 form, such as +14155550100');
  },
);

test('long hostile texts are read in a moment', () => {
  const n = 10_000;
  const startedAt = performance.now();
  for (const part of [
    '+',
    '+4',
    '4',
    '44x',
    'x4',
    ' ',
    '/**/',
    '/*',
    '//\n',
    '#',
    '"',
    '\\',
    '4,',
    'a:',
    '\u200b',
    '@a.',
    'ﷺ',
  ])
    for (const end of ['', '!', '[', '4479111'])
      for (const [, check] of [inJson, texts, phones].flatMap((group) => group.slice(0, 1))) {
        const run = check(`${part.repeat(n)}${end}`);
        try {
          run();
        } catch (error) {
          expect(String(error)).toMatch(REFUSED);
        }
      }
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});
