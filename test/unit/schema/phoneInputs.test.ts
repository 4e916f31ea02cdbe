/** Every input that is a phone number takes addresses as Twilio has them, and refuses numbers as people write them. */
import { expect, test } from 'vitest';
import { entities } from '../../../src/entities/index.ts';
import { type Entity, type Value, valuesOf } from '../../../src/model/index.ts';
import { readValues } from '../../../src/schema/arguments.ts';
import { checkInput } from '../../../src/schema/inputs.ts';

const GOOD = [
  ...['+14155550100', '+4915112345678', '22395', '911', '12345678'],
  ...['client:anna', 'sip:anna@example.com', 'whatsapp:+14155550100', 'messenger:4155550100', 'rcs:agent', 'sim:DE1'],
  ...['rcs:22395', 'client:555-0100', 'sip:10.0.0.1'],
  ...['Acme Shop', '4EVER', 'anna@example.com', '+1415*', '{{contact.channel.address}}'],
];
const BAD = [
  ...['+1 (415) 555-0100', '+1 415 555 0100', '1-415-555-0100', '(415) 555.0100', '4155550100', '14155550100'],
  ...['whatsapp:+1 415 555 0100', 'whatsapp:4155550100', 'rcs:(415) 555-0100', 'WhatsApp:+1-415-555-0100'],
  ...['+1-415-555-0100', ' +14155550100', '+14155550100 ', '++14155550100', '+04155550100', '12', '123456789'],
  ...[
    '+14155550100;ext=1',
    '+14155550100,1',
    '+1_4155550100',
    '\uff0b14155550100',
    '+1415\u200b5550100',
    'rcs:+1/415/555/0100',
  ],
];

type Check = (value: unknown) => void;
const isPhone = ([, { phone }]: [string, Value]) => phone === true;
const checksOf = (entity: Entity): [name: string, check: Check][] => [
  ...(['create', 'update', 'replace'] as const).flatMap((change) =>
    Object.entries(entity[change] ?? {})
      .filter(isPhone)
      .map(([name, { many }]): [string, Check] => [
        `${entity.name} ${change} input.${name}`,
        (value) =>
          checkInput({ ...entity, requireOneOf: [] } as Entity, change, {
            [name]: many ? ['+14155550100', value] : value,
          }),
      ]),
  ),
  ...(['fetch', 'remove'] as const).flatMap((operation) =>
    Object.entries(valuesOf(entity, operation) ?? {})
      .filter(isPhone)
      .map(([name]): [string, Check] => [
        `${entity.name} ${operation} ${name}`,
        (value) => readValues(entity, operation, { [name]: value }),
      ]),
  ),
];
const checks = entities.flatMap(checksOf);

test('there are such inputs in many products', () => {
  expect(checks.length).toBeGreaterThan(40);
});

test.each(checks)('%s', (name, check) => {
  for (const good of GOOD) expect(() => check(good)).not.toThrow();
  const argument = name.split(' ').at(-1) as string;
  for (const bad of BAD)
    expect(() => check(bad)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(`${argument}: `) }),
    );
  // Another number than the one that messages give as an example.
  expect(() => check('+1 (415) 555-0123')).toThrow(/\+14155550123$/);
});
