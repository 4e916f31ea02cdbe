/** Numbers in JSON are held to the destinations, JSON that can be read in two ways is refused, and ordinary JSON is sent. */
import { describe, expect, test } from 'vitest';
import { chance } from '../../support/chance.ts';
import { attributes, checking, inJson, phones, REFUSED, texts } from './writesTo.ts';

describe('JSON', () => {
  test.each<object>([
    { location: '+40.7128 -74.0060' },
    { offset: '+3600000' },
    { a: '+1 000 000' },
    { a: '+1234567' },
    { order: '447911123456', orderNumber: 447911123456, created: 1732900000000 },
    { latitude: 44.7911123456, price: '447911.12', version: '1.2.3.4.5.6.7' },
    { ip_address: '192.168.100.200', macAddress: '00:11:22:33:44:55', street_address: '1234 Main' },
    { address: '1600 Amphitheatre Parkway, CA 94043', home_address: '10115 Berlin', photo: '4479111234' },
    { address: '10115 Berlin' },
    { languages: ['en'], skills: [7, 911], note: '[urgent] call 447911123456', empty: null, to: null },
    { shift: { from: '2026-11-29', to: '2026-11-30' } },
  ])('%j is ordinary', (value) => expect(attributes(value)).not.toThrow());
  test.each<object>([
    { address: 447911123456 },
    { a: { to: [447911123456] } },
    { phone: '447911123456' },
    { phoneNumber: '447911123456' },
    { mobile_number: '447911123456' },
    { number: '447911123456' },
    { E164: '447911123456' },
    { To: '"447911123456"' },
    { anything: '+447911123456' },
    { anything: ['whatsapp:+447911123456'] },
    { address: 911 },
  ])('%j holds a number', (value) => expect(attributes(value)).toThrow(/not allowed/));

  const text = (json: string) => () => {
    checking('Worker', { attributes: json })();
    checking('NotifyNotification', { toBinding: [json] })();
    checking('FlexInteraction', { channel: json })();
  };
  test.each([
    "{'address':'+447911123456'}",
    '{"address":"447911123456",}',
    '\ufeff{"address":"447911123456"}',
    '/* a */ {"address":"447911123456"}',
    '// a\n{"address":"447911123456"}',
    '# a\n[{"address":"447911123456"}]',
    '{"address":"447911\t123456"}',
    '{"address":"ada"',
    '\u200b {"a": undefined}',
  ])('%j is not JSON', (json) => expect(text(json)).toThrow('input.attributes: must be valid JSON'));
  test.each([
    '{"address":"+447911123456","address":"+12125550100"}',
    '{"address":"+12125550100","addr\\u0065ss" : "ada"}',
    '[{"a":{"b":1,"b":1}}]',
    `{"x":${JSON.stringify('{"to":"447911123456","to":1}')}}`,
  ])('%s has a name twice', (json) => {
    expect(text(json)).toThrow('input.attributes: must be JSON that has no name twice');
  });
  test('names and signs of JSON in texts are no names', () => {
    const odd = { 'a"b': '"c": "d": \\', '\\': ':', ':': '"', __proto__: 1, constructor: '{"a":' };
    expect(text(JSON.stringify([odd, { ...odd, inner: JSON.stringify(odd) }]))).not.toThrow();
  });
});

describe('at random', () => {
  const { below, pick } = chance(11);
  const digitsAt = (zero: number) => (digit: string) => String.fromCodePoint(zero + Number(digit));
  const scripts = [String, digitsAt(0xff10), digitsAt(0x1d7ce), digitsAt(0x0660), digitsAt(0x0966)];
  const between = [
    '',
    '',
    '',
    ' ',
    '-',
    '.',
    '/',
    '~',
    '_',
    '\u2022',
    '\u2212',
    '\u30fc',
    '\u200b',
    '\ufe0f',
    '\u00a0',
    '\t',
    ')(',
    '|',
  ];
  const numbers = ['447911123456', '33612345678', '819012345678', '5511987654321', '12425550100'];
  const foreignNumber = (): string => {
    const script = pick(scripts);
    const digits = [...pick(numbers)].map((digit) => script(digit) + (below(3) ? '' : pick(between))).join('');
    const number = pick(['+', '\uff0b', '00', '011', '', ' +', '\u200e+', '++', '+ ']) + digits;
    return pick(['', '', 'whatsapp:', 'sms:', 'tel:', 'rcs: ', 'WhatsApp:', 'other:', 'tel://']) + number;
  };
  const all = [...inJson, ...texts, ...phones];
  test('a foreign number is never sent', () => {
    for (let i = 0; i < 5000; i++) {
      const address = foreignNumber();
      expect(pick(all)[1](address), JSON.stringify(address)).toThrow(REFUSED);
    }
  });

  const digits = (n: number) => Array.from({ length: n }, () => below(10)).join('');
  const hex = (n: number) => Array.from({ length: n }, () => below(16).toString(16)).join('');
  const leaves: readonly (() => unknown)[] = [
    () => below(2 ** 31) * 1000,
    () => digits(1 + below(20)),
    () => `${pick(['+', '-', ''])}${below(180)}.${digits(6)}`,
    () => `${pick(['+', '-'])}${below(90)}.${digits(4)} ${pick(['+', '-'])}${below(180)}.${digits(4)}`,
    () => new Date(below(2 ** 31) * 1000).toISOString(),
    () => `$${below(1000)},${digits(3)}.${digits(2)}`,
    () => `${pick(['CA', 'order-', 'a'])}${hex(32)}`,
    () => `+${below(1_000_000)}`,
    () => below(2) === 0,
    () => null,
  ];
  const ordinary = (depth: number): unknown => {
    const kind = below(depth > 3 ? 1 : 3);
    if (kind === 0) return pick(leaves)();
    if (kind === 1) return Array.from({ length: below(4) }, () => ordinary(depth + 1));
    const named = [
      'id',
      'createdAt',
      'location',
      'price',
      'orderNumber',
      'offset',
      'photo',
      'auto',
      'score',
      'ip_address',
    ];
    return Object.fromEntries(named.slice(below(10)).map((name) => [name, ordinary(depth + 1)]));
  };
  test('ordinary JSON is always sent', () => {
    for (let i = 0; i < 5000; i++) {
      const value = { id: ordinary(0), text: JSON.stringify({ ids: ordinary(1) }) };
      expect(attributes(value), JSON.stringify(value)).not.toThrow();
    }
  });
});
