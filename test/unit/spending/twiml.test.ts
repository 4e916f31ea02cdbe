/** What is read from instructions for a call: numbers however they are written, and addresses wherever they stand. */
import { describe, expect, test } from 'vitest';
import { checkDestination } from '../../../src/spending/destinations.ts';
import { readTwiml } from '../../../src/spending/twiml.ts';

const read = (inner: string) => readTwiml(`<Response>${inner}</Response>`, 'input.twiml');
const numbersIn = (inner: string) => {
  const { dialled, texted } = read(inner);
  return [...dialled, ...texted];
};

const written: readonly (readonly [text: string, number: string])[] = [
  ['+447911123456', '+447911123456'],
  ['19005550199', '+19005550199'],
  ['9005550199', '+19005550199'],
  ['+1-900-555-0199', '+19005550199'],
  ['+1 (900) 555-0199', '+19005550199'],
  ['+1/900/555/0199', '+19005550199'],
  ['+44 7911 123456', '+447911123456'],
  ['&#43;447911123456', '+447911123456'],
  ['&#x2B;447911123456', '+447911123456'],
  ['+&#52;47911123456', '+447911123456'],
  ['+44<!-- -->7911123456', '+447911123456'],
  ['+44<?x 1?>7911123456', '+447911123456'],
  ['+44<b>7911</b>123456', '+447911123456'],
  ['<![CDATA[+44791]]>1123456', '+447911123456'],
  ['00447911123456', '+447911123456'],
  ['011447911123456', '+447911123456'],
  ['+8816\n123456', '+8816123456'],
  ['\n  +4479\r\n11123456\n', '+447911123456'],
  ['＋４４7911123456', '+447911123456'],
  ['+44\u200b7911123456', '+447911123456'],
  ['911', '911'],
  ['112', '112'],
  ['+911', '+911'],
  ['+1 911', '+1911'],
];
const places: readonly (readonly [name: string, of: (text: string) => string])[] = [
  ['Dial', (text) => `<Dial>${text}</Dial>`],
  ['Dial with attributes', (text) => `<Dial callerId="+14155550100" timeout='9'>${text}</Dial>`],
  ['Number', (text) => `<Dial><Number sendDigits="99">${text}</Number></Dial>`],
  ['WhatsApp', (text) => `<Dial><WhatsApp>${text}</WhatsApp></Dial>`],
  ['what is not closed', (text) => `<Say>Hi</Say><dial>${text}`],
];
describe.each(places)('a number in %s', (_name, of) => {
  test.each(written)('%s is %s', (text, number) => {
    expect(numbersIn(of(text))).toEqual([number]);
  });
});

test.each(['Sms', 'Message'])('the recipient of <%s>', (name) => {
  expect(numbersIn(`<${name} to="+44 7911&#32;123456">Call 1-900</${name}>`)).toEqual(['+447911123456']);
  expect(numbersIn(`<${name} to='whatsapp:+447911123456'/>`)).toEqual(['+447911123456']);
  const inner = `<${name} to="22222">12</${name}><${name} to="messenger:123456789012"/><${name}>x</${name}>`;
  expect(read(inner)).toEqual({ dialled: [], texted: ['22222'], urls: [] });
});

test.each([
  '447911123456',
  '07911123456',
  '12345',
  '++447911123456',
  '+0447911123456',
  '+447911123456;ext=1',
  '+447911123456,1',
  '+447911123456x1',
  '1-800-FLOWERS',
  '+44&seven;911123456',
  '+٤٤7911123456',
  'client:+447911123456',
])('%s is refused: nobody can say whom it reaches', (text) => {
  for (const [, of] of places) expect(() => read(of(text))).toThrow(/^input\.twiml: has a number to dial/);
});
test('a declared entity is refused', () => {
  expect(() => readTwiml('<!DOCTYPE r [<!ENTITY n "+1900">]><Response/>', 'input.twiml')).toThrow(
    /^input\.twiml: must/,
  );
});

test.each(['TO="+12125550100"', 'xmlns:to="+12125550100"', 't:to="+12125550100" xmlns:t="a"'])(
  'of attributes that differ in case or namespace, each counts: %s',
  (other) => {
    expect(read(`<Message to="+447911123456" ${other}>x</Message>`).texted).toContain('+447911123456');
    expect(read(`<Message ${other} to="+447911123456">x</Message>`).texted).toContain('+447911123456');
    const address = other.replace('+12125550100', 'https://example.com').replace(/to="/i, 'action="');
    expect(read(`<Dial action="http://10.0.0.1/" ${address}></Dial>`).urls).toContain('http://10.0.0.1/');
  },
);

test.each([
  '<Dial><Client>agent-12</Client></Dial>',
  '<Dial><Client><Identity>+19005550199</Identity><Parameter name="a" value="+1900"/></Client></Dial>',
  '<Dial>\n  <Sip>sip:19005550199@example.com</Sip>\n</Dial>',
  '<Dial><Queue>19</Queue><Conference>Room 911</Conference></Dial>',
  '<Say>Dial 911, +19005550199 or 447911123456.</Say>',
  '<Gather><Say>1 of 2</Say></Gather><Pause length="5"/><!-- <Dial>911</Dial> -->',
])('%s dials no number', (inner) => {
  expect(numbersIn(inner)).toEqual([]);
});

test('what is read is held to the rule', () => {
  const [number = ''] = numbersIn('<Dial><Number>+1 (900) 555-0199</Number></Dial>');
  expect(() => checkDestination(number, [], 'input.twiml', 'X')).toThrow(/premium/);
});

test.each([
  '<Redirect>@</Redirect>',
  '<Redirect method="POST"> \n@ </Redirect>',
  '<Gather><Play>@</Play></Gather>',
  '<Gather action="@"/>',
  "<Dial action='@'>+14155550100</Dial>",
  '<Dial><Number url="@">+14155550100</Number></Dial>',
  '<Dial><Conference waitUrl="@" statusCallback="https://example.com">x</Conference></Dial>',
  '<Dial recordingStatusCallback="@"><Client>x</Client></Dial>',
  '<Connect><Stream url="@"/></Connect>',
  '<Message><Media>@</Media></Message>',
])('an address in %s', (inner) => {
  for (const [url, is = url] of [
    ['http://10.0.0.1/x?a=1'],
    ['h&#116;tp://10.0.0.1/x', 'http://10.0.0.1/x'],
    ['HTTPS://localhost', 'HTTPS://localhost'],
    ['wss://127.0.0.1/'],
    ['//127.0.0.1/', 'http://127.0.0.1/'],
  ] as const)
    expect(read(inner.replace('@', url)).urls).toContain(is);
});
test('paths and words that are spoken are no addresses', () => {
  expect(read('<Say>http://10.0.0.1/</Say><Redirect>/next</Redirect><Play>beep.mp3</Play>').urls).toEqual([]);
});

test('a text that Twilio would not take, and that would take long to read, is refused unread', () => {
  for (const text of ['<a>', '<a>x', '<Dial>', '+1 ']) {
    const whole = text.repeat(4000);
    expect(() => readTwiml(whole, 'input.twiml')).toThrow('input.twiml: must have at most 4000 characters');
    expect(() => readTwiml(whole.slice(0, 4000), 'input.twiml')).not.toThrow('characters');
  }
});
