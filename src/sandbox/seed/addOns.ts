/** The seed's add-ons: one assigned to two numbers, and another one's results for recordings. */
import { extensionsOf } from '../rules/addOn.ts';
import { numberSid } from './account.ts';
import { ACCOUNT, DOCUMENTED, plus, type SeedBuilder } from './builder.ts';
import { NUMBERS } from './people.ts';

const LISTENED = 3;

export const addAddOns = (seed: SeedBuilder, others: SeedBuilder): void => {
  const installed = seed.sid('XE');
  for (const [i, { number }] of NUMBERS.slice(0, 2).entries()) {
    const place = [ACCOUNT, numberSid(number), installed];
    const dateCreated = seed.daysAgo(70 - 20 * i);
    seed.add('IncomingPhoneNumberAssignedAddOn', place.slice(0, 2), {
      ...{ sid: installed, friendlyName: 'Example Caller Check', uniqueName: 'example_caller_check' },
      ...{ description: 'Says who calls, and whether to take the call.', configuration: { strict: false } },
      dateCreated,
    });
    for (const extension of extensionsOf(place))
      seed.add('IncomingPhoneNumberAssignedAddOnExtension', place, { ...extension, dateCreated });
  }

  const addOn = { addOnSid: seed.sid('XB'), addOnConfigurationSid: seed.sid('XE') };
  const recordings = others.rowsOf('Recording');
  const listened = recordings.filter(
    ({ values }, i) => values.sid === DOCUMENTED.recording || i >= recordings.length - LISTENED,
  );
  for (const { values } of listened) {
    const begun = plus(values.dateCreated, 900);
    const place = [ACCOUNT, String(values.sid)];
    const result = seed.sid('XR');
    seed.add('RecordingAddOnResult', place, {
      ...{ sid: result, status: 'completed', dateCompleted: plus(begun, 60), dateCreated: begun },
      ...{ dateUpdated: plus(begun, 60), ...addOn },
    });
    for (const label of ['Transcript', 'Mood'])
      seed.add('RecordingAddOnResultPayload', [...place, result], {
        ...{ sid: seed.sid('XH'), label, contentType: 'application/json', dateCreated: plus(begun, 60), ...addOn },
      });
  }
};
