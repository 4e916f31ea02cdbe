/** SIP domains, credential lists, access control lists, and the mappings between them. */
import { isIPv4 } from 'node:net';
import { invalid, notFound, TwilioError } from '../errors.ts';
import type { Rule, Scene } from '../rule.ts';
import type { Row, Values } from '../store.ts';
import type { World } from '../world.ts';

/** Whether another row of the list has this value. */
const isTaken = ({ world, entity, parents }: Scene, name: string, value: unknown, self?: Row): boolean =>
  world.store.list(entity.name, parents).some((row) => row !== self && row.values[name] === value);

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.sip\.twilio\.com$/i;

const checkDomain = ({ world }: Scene, domainName: unknown, self?: Row): void => {
  if (domainName === undefined) return;
  const others = world.store.all('SipDomain').filter((row) => !row.gone && row !== self);
  if (!DOMAIN.test(String(domainName)) || others.some((row) => row.values.domainName === domainName))
    throw new TwilioError(21231, `Domain Validation Error: ${domainName} is not valid or not available`);
};

export const SipDomain: Rule = {
  create({ domainName }, scene) {
    checkDomain(scene, domainName);
    return {};
  },
  update(row, { domainName }, scene) {
    checkDomain(scene, domainName, row);
    return {};
  },
  shows({ parents, key }, world) {
    const has = (type: string) => world.store.list(type, [...parents, key]).some((row) => listOf(world, row));
    const kinds = [
      has('SipIpAccessControlListMapping') && 'IP_ACL',
      has('SipCredentialListMapping') && 'CREDENTIAL_LIST',
    ];
    return { authType: kinds.filter(Boolean).join(',') };
  },
};

/** The list that a mapping refers to. A mapping without its list does not exist. */
const listOf = (world: World, { parents, key }: Pick<Row, 'parents' | 'key'>): Row | undefined =>
  world.store.find(key.startsWith('CL') ? 'SipCredentialList' : 'SipIpAccessControlList', parents.slice(0, 1), key);

const mapping = (of: string | undefined, input: string): Rule => ({
  ...(of && { of }),
  create(values, { world, entity, parents }) {
    const sid = String(values[input]);
    if (!listOf(world, { parents, key: sid })) throw notFound(sid);
    if (world.store.find(of ?? entity.name, parents, sid))
      throw new TwilioError(21231, `Domain Validation Error: ${sid} is already associated with the domain`);
    return { sid };
  },
  visible: (row, { world }) => listOf(world, row) !== undefined,
  shows: (row, world): Values => ({ friendlyName: listOf(world, row)?.values.friendlyName }),
});
export const SipCredentialListMapping = mapping(undefined, 'credentialListSid');
export const SipIpAccessControlListMapping = mapping(undefined, 'ipAccessControlListSid');
export const SipAuthRegistrationsCredentialListMapping = mapping(undefined, 'credentialListSid');
/** Twilio has two paths for the mappings that allow calls. */
export const SipAuthCallsCredentialListMapping = mapping('SipCredentialListMapping', 'credentialListSid');
export const SipAuthCallsIpAccessControlListMapping = mapping(
  'SipIpAccessControlListMapping',
  'ipAccessControlListSid',
);

const refused = (why: string): TwilioError => new TwilioError(21240, `Credential List Validation Error: ${why}`);

export const SipCredentialList: Rule = {
  create({ friendlyName }, scene) {
    if (isTaken(scene, 'friendlyName', friendlyName)) throw refused(`${friendlyName} exists already`);
    return {};
  },
  update(row, { friendlyName }, scene) {
    if (isTaken(scene, 'friendlyName', friendlyName, row)) throw refused(`${friendlyName} exists already`);
    return {};
  },
};

const checkPassword = (password: unknown): void => {
  if (password !== undefined && !/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{12,}$/.test(String(password)))
    throw refused('a password needs 12 characters, upper and lower case, and a digit');
};

export const SipCredential: Rule = {
  create({ username, password }, scene) {
    if (String(username).length > 32) throw refused('a user name has at most 32 characters');
    if (isTaken(scene, 'username', username)) throw refused('the user name exists already');
    checkPassword(password);
    return { password: null };
  },
  update(_row, { password }) {
    checkPassword(password);
    return { password: null };
  },
};

const checkAddress = ({ ipAddress, cidrPrefixLength }: Values): void => {
  if (ipAddress !== undefined && !isIPv4(String(ipAddress))) throw invalid('IpAddress', 'must be an IPv4 address');
  const bits = Number(cidrPrefixLength ?? 32);
  if (bits < 0 || bits > 32) throw invalid('CidrPrefixLength', 'must be from 0 to 32');
};

export const SipIpAddress: Rule = {
  create(input) {
    checkAddress(input);
    return { cidrPrefixLength: input.cidrPrefixLength ?? 32 };
  },
  update(_row, input) {
    checkAddress(input);
    return {};
  },
};
