/**
 * Refuses addresses of this machine and of private networks where Twilio is given a URL to call or to load. The URL
 * standard already reads odd spellings of IPv4 (`0x7f.1`, `2130706433`); ipaddr.js knows what each address is for.
 */
import ipaddr from 'ipaddr.js';
import { badInput } from '../errors.ts';

const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/i;

/** Whether a URL leads to a host that only a private network has. */
const isPrivate = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const host = new URL(text).hostname.replace(/^\[(.*)\]$/, '$1');
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() !== 'unicast';
  return PRIVATE_NAMES.test(host) || !host.replace(/\.$/, '').includes('.');
};

/** Throws bad input for such a URL. */
export const checkUrl = (text: string, argument: string): void => {
  if (isPrivate(text))
    throw badInput(argument, 'must be a public address: Twilio cannot reach loopback, private and link-local ones');
};
