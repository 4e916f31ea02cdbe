/** Marketplace add-ons: assigned to numbers, and their results for recordings. */
import type { Sids } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { hex, sidOf } from '../sids.ts';
import type { Values } from '../store.ts';

/** The products that an add-on can extend. */
const EXTENSIONS = [
  { friendlyName: 'Incoming Voice Call', productName: 'Programmable Voice', uniqueName: 'voice-incoming' },
  { friendlyName: 'Incoming Message', productName: 'Programmable Messaging', uniqueName: 'messaging-incoming' },
];

/** The extensions of the add-on at this path. */
export const extensionsOf = (place: Sids): readonly Values[] =>
  EXTENSIONS.map((extension) => {
    const sid = sidOf('XF', `${place.join(' ')} ${extension.uniqueName}`);
    return { sid, ...extension, resourceSid: place[1], enabled: true };
  });

export const IncomingPhoneNumberAssignedAddOn: Rule = {
  create: ({ installedAddOnSid }) => ({
    sid: installedAddOnSid,
    friendlyName: 'Installed add-on',
    uniqueName: `installed_${hex(String(installedAddOnSid)).slice(0, 8)}`,
    description: 'An add-on of the marketplace.',
    configuration: {},
  }),
  begin({ parents, key }, { world }) {
    const place = [...parents, key];
    for (const extension of extensionsOf(place))
      world.make('IncomingPhoneNumberAssignedAddOnExtension', place, extension);
  },
};

/** A redirect to the document. */
export const RecordingAddOnResultPayloadData: Rule = {
  statuses: { fetch: 307 },
  rows: ({ parents }) => {
    const payload = parents.at(-1) ?? '';
    return [{ redirectTo: `https://example.com/add-ons/${payload}.json?signature=${hex(`document ${payload}`)}` }];
  },
};
