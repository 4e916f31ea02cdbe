/** Writes to an address in each kind of input, held to destinations in the US. */
import { entities } from '../../../src/entities/index.ts';
import type { Entity, Values } from '../../../src/model/index.ts';
import { Spending } from '../../../src/spending/index.ts';

export const REFUSED =
  /a number in [A-Z]{2} is not allowed|of the kind emergency|no known country|must be in E\.164 form|must be valid JSON/;

const spending = new Spending({
  ...{ store: async () => undefined, scope: 'x', secret: 'x', limits: [], destinations: ['US'], isSandbox: false },
});
const valuesOf = (name: string): Values => (entities.find((each) => each.name === name) as Entity).create ?? {};
export const checking = (name: string, input: Readonly<Record<string, unknown>>) => () =>
  spending.check({ entity: entities[0] as Entity, values: valuesOf(name), input, isPaid: false }, undefined);

type Check = (address: string) => () => void;
export const inJson: readonly (readonly [name: string, check: Check])[] = [
  ['toBinding', (address) => checking('NotifyNotification', { toBinding: [JSON.stringify({ address })] })],
  ['channel', (address) => checking('FlexInteraction', { channel: { participants: [{ address }] } })],
  ['contact_uri', (address) => checking('Worker', { attributes: JSON.stringify({ contact_uri: address }) })],
  ['contactUri', (address) => checking('Worker', { attributes: JSON.stringify({ a: [{ contactUri: [address] }] }) })],
  [
    'participant',
    (address) =>
      checking('ConversationWithParticipants', { participant: [JSON.stringify({ messaging_binding: { address } })] }),
  ],
  ['Identifier', (address) => checking('ProxySession', { participants: [{ Identifier: address }] })],
  [
    'text in text',
    (address) => checking('Worker', { attributes: JSON.stringify({ x: JSON.stringify({ to: address }) }) }),
  ],
];
export const texts: readonly (readonly [name: string, check: Check])[] = [
  ['messagingBindingAddress', (address) => checking('ConversationParticipant', { messagingBindingAddress: address })],
  ['identifier', (address) => checking('ProxyParticipant', { identifier: address })],
  ['address', (address) => checking('NotifyBinding', { address })],
];
export const phones: readonly (readonly [name: string, check: Check])[] = [
  ['to of a message', (to) => checking('Message', { to })],
  ['to of a call', (to) => checking('Call', { to })],
  ['to of a participant', (to) => checking('Participant', { to })],
  ['to of a verification', (to) => checking('Verification', { to })],
];

export const attributes = (value: unknown) => checking('Worker', { attributes: JSON.stringify(value) });
