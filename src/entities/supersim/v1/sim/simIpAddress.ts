/** IP addresses of a SIM. */
import { entity, t } from '../../../../model/index.ts';
import { SupersimSim } from '../sim.ts';

export const SupersimSimIpAddress = entity('SupersimSimIpAddress', {
  in: SupersimSim,
  at: 'simIpAddresses',
  inside: ['simIpAddress', 'simIpAddresses'],
  about: 'An IP address given to a SIM.',
  fields: {
    ipAddress: t.string.pii,
    ipAddressVersion: t.enum('IPv4', 'IPv6').about('Version of the Internet Protocol.'),
  },
  filters: {},
});
