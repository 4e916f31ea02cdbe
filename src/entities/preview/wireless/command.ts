/** Commands. */
import { entity, t } from '../../../model/index.ts';
import { previewWireless } from './product.ts';

export const PreviewWirelessCommand = entity('PreviewWirelessCommand', {
  in: previewWireless,
  at: 'commands',
  sid: 'DC',
  about: 'A text sent to or from a SIM (preview).',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    deviceSid: t.sid,
    simSid: t.ref('PreviewWirelessSim'),
    command: t.string.pii.about('Text of the command.'),
    commandMode: t.string.about('`text` or `binary`.'),
    status: t.string,
    direction: t.string.about('`to_sim` or `from_sim`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { device: t.string, sim: t.string, status: t.equal, direction: t.equal },
  create: {
    command: t.string.pii.required,
    device: t.string,
    sim: t.string,
    callbackMethod: t.string,
    callbackUrl: t.url,
    commandMode: t.string,
    includeSid: t.string,
  },
  fetch: true,
  paid: ['create'],
});
