/** Elastic SIP trunks: numbers and lists of the core API are attached to them. */
import type { Rule } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';
import type { World } from '../../world.ts';
import { attached } from '../stages.ts';

const NOT_RECORDED = { mode: 'do-not-record', trim: 'do-not-trim' };

/** How a trunk authenticates follows from the lists that are attached to it. */
const authOf = (world: World, trunk: string): Values => {
  const has = (type: string) => world.store.list(type, [trunk]).length > 0;
  const authTypeSet = [
    ...(has('SipTrunkIpAccessControlList') ? ['IP_ACL'] : []),
    ...(has('SipTrunkCredentialList') ? ['CREDENTIAL_LIST'] : []),
  ];
  return { authType: authTypeSet.join(','), authTypeSet };
};

export const SipTrunk: Rule = {
  defaults: { transferMode: 'disable-all', transferCallerId: 'from-transferee', symmetricRtpEnabled: false },
  shows: ({ key }: Row, world) => ({
    ...authOf(world, key),
    recording: recordingOf(world, key),
  }),
};
const recordingOf = (world: World, trunk: string): Values => {
  const { mode, trim } = world.store.find('SipTrunkRecordingSettings', [trunk], '')?.values ?? {};
  return { mode: mode ?? NOT_RECORDED.mode, trim: trim ?? NOT_RECORDED.trim };
};
export const SipTrunkRecordingSettings: Rule = {
  shows: ({ values: { mode, trim } }) => ({ mode: mode ?? NOT_RECORDED.mode, trim: trim ?? NOT_RECORDED.trim }),
};

const setTrunk = (world: World, account: string, sid: string, trunkSid: string | null): void => {
  const number = world.store.find('IncomingPhoneNumber', [account], sid);
  if (number) world.change(number, { trunkSid });
};
/** The number of the core API names its trunk, too. */
export const SipTrunkPhoneNumber: Rule = {
  ...attached('IncomingPhoneNumber', 'phoneNumberSid', (_, { parents: [trunkSid] }) => ({ trunkSid })),
  begin: ({ key, parents: [trunk = ''] }, { world, user }) => setTrunk(world, user, key, trunk),
  remove(row, { world, user }) {
    setTrunk(world, user, row.key, null);
    world.store.remove(row);
  },
};
export const SipTrunkCredentialList: Rule = attached('SipCredentialList', 'credentialListSid');
export const SipTrunkIpAccessControlList: Rule = attached('SipIpAccessControlList', 'ipAccessControlListSid');
