/** eSIM profiles. */
import { entity, t } from '../../../model/index.ts';
import { supersim } from './product.ts';

export const SupersimEsimProfile = entity('SupersimEsimProfile', {
  in: supersim,
  at: 'esimProfiles',
  sid: 'HP',
  about: 'A downloadable SIM profile for a device.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    iccid: t.string.pii.about('Number of the SIM, 18 to 22 digits. Null until the profile is reserved.'),
    simSid: t.ref('SupersimSim'),
    status: t
      .enum('new', 'reserving', 'available', 'downloaded', 'installed', 'failed')
      .about('`NEW` and `RESERVING` lead to `AVAILABLE` for download, then `DOWNLOADED` and `INSTALLED`.'),
    eid: t.string.pii.about('Number of the chip (eUICC) onto which the profile is loaded, 32 digits.'),
    smdpPlusAddress: t.url.about('Host from which the device downloads the profile. Null until `AVAILABLE`.'),
    matchingId: t.secret,
    activationCode: t.secret,
    errorCode: t.string.about('Why the download failed; null unless `FAILED`.'),
    errorMessage: t.string.about('Why the download failed, as text; null unless `FAILED`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
  },
  filters: { eid: t.equal, simSid: t.equal, status: t.equal },
  create: {
    callbackUrl: t.url.about('URL to which Twilio reports changes of status.'),
    callbackMethod: t.httpMethod.about('HTTP method of `callbackUrl`. Default: POST.'),
    generateMatchingId: t.boolean.about('Whether Twilio makes an activation code, so that no `eid` is needed.'),
    eid: t.string.pii,
  },
  fetch: true,
  paid: ['create'],
  admin: ['create'],
  terminal: { status: ['installed', 'failed'] },
});
