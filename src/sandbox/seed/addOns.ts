/** The seed's add-ons: one at work on two numbers, and what another one found out about recordings. */
import { extensionsOf } from '../rules/addOn.ts';
import { numberSid } from './account.ts';
import { NUMBERS } from './people.ts';
import { ACCOUNT, DOCUMENTED, type Planter, plus } from './plant.ts';

const LISTENED = 3;

export const layAddOns = (planter: Planter, others: Planter): void => {
  const installed = planter.sid('XE');
  for (const [i, { number }] of NUMBERS.slice(0, 2).entries()) {
    const place = [ACCOUNT, numberSid(number), installed];
    const dateCreated = planter.daysAgo(70 - 20 * i);
    planter.lay('IncomingPhoneNumberAssignedAddOn', place.slice(0, 2), {
      ...{ sid: installed, friendlyName: 'Example Caller Check', uniqueName: 'example_caller_check' },
      ...{ description: 'Says who calls, and whether to take the call.', configuration: { strict: false } },
      dateCreated,
    });
    for (const extension of extensionsOf(place))
      planter.lay('IncomingPhoneNumberAssignedAddOnExtension', place, { ...extension, dateCreated });
  }

  const addOn = { addOnSid: planter.sid('XB'), addOnConfigurationSid: planter.sid('XE') };
  const recordings = others.laid('Recording');
  const listened = recordings.filter(
    ({ values }, i) => values.sid === DOCUMENTED.recording || i >= recordings.length - LISTENED,
  );
  for (const { values } of listened) {
    const begun = plus(values.dateCreated, 900);
    const place = [ACCOUNT, String(values.sid)];
    const result = planter.sid('XR');
    planter.lay('RecordingAddOnResult', place, {
      ...{ sid: result, status: 'completed', dateCompleted: plus(begun, 60), dateCreated: begun },
      ...{ dateUpdated: plus(begun, 60), ...addOn },
    });
    for (const label of ['Transcript', 'Mood'])
      planter.lay('RecordingAddOnResultPayload', [...place, result], {
        ...{ sid: planter.sid('XH'), label, contentType: 'application/json', dateCreated: plus(begun, 60), ...addOn },
      });
  }
};
