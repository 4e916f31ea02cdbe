/**
 * Refuses addresses of this machine and of private networks where Twilio is given a URL to call or to load. The URL
 * standard already reads odd spellings of IPv4 (`0x7f.1`, `2130706433`); ipaddr.js knows what each address is for.
 */
import ipaddr from 'ipaddr.js';
import { badInput } from '../errors.ts';

const PRIVATE_NAMES = /(^|\.)(localhost|localdomain|local|internal|intranet|private|svc|lan|home|corp|home\.arpa)$/i;
/** Addresses of IPv6 that anybody was ever given; `::127.0.0.1` lies outside of them. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

const isPublicIp = (host: string): boolean => {
  const address = ipaddr.process(host);
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(GLOBAL_IPV6));
};

/** Whether a URL leads to a host that only a private network has. */
const isPrivate = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const host = new URL(text).hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '');
  return ipaddr.isValid(host) ? !isPublicIp(host) : PRIVATE_NAMES.test(host) || !host.includes('.');
};

/** Throws bad input for such a URL. */
export const checkUrl = (text: string, argument: string): void => {
  if (isPrivate(text))
    throw badInput(argument, 'must be a public address: Twilio cannot reach loopback, private and link-local ones');
};
