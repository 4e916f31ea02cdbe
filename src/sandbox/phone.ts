/** Phone numbers: validation, formatting, and finding an account's own number. */
import type { Sids } from '../model/index.ts';
import type { Row } from './store.ts';
import type { World } from './world.ts';

export const isNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);
/** `(415) 555-0100`; numbers outside North America stay in E.164. */
export const pretty = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
/** `whatsapp` of `whatsapp:+1…`; `undefined` for a plain number. */
export const channelOf = (address: string): string | undefined => /^([a-z]+):/.exec(address)?.[1];
export const bare = (address: string): string => address.replace(/^[a-z]+:/, '');

const withNumber = (world: World, type: string, place: Sids, number: string): Row | undefined =>
  world.store.list(type, place).find((row) => row.values.phoneNumber === number);
export const ownedNumber = (world: World, account: string, number: string): Row | undefined =>
  withNumber(world, 'IncomingPhoneNumber', [account], number);
export const verifiedNumber = (world: World, account: string, number: string): Row | undefined =>
  withNumber(world, 'OutgoingCallerId', [account], number);
