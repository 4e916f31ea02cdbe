/** Installed add-ons. */
import { entity, t } from '../../../model/index.ts';
import { marketplace } from './product.ts';

/** The SID of the add-on, which only a link of the row has. */
const addOnIn = (links: unknown): unknown => /XB[0-9a-fA-F]{32}/.exec(JSON.stringify(links) ?? '')?.[0];

export const InstalledAddOn = entity('InstalledAddOn', {
  in: marketplace,
  at: 'installedAddOns',
  sid: 'XE',
  about: 'An add-on installed on this account, with its settings.',
  fields: {
    sid: t.sid,
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    description: t.string,
    // It may hold keys of the add-on's maker.
    configuration: t.omit,
    uniqueName: t.string.about('Your own name of the installation. Results of the add-on carry it.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  relations: {
    availableAddOn: t.row(
      'AvailableAddOn',
      [{ from: ['links'], derive: addOnIn }],
      'The add-on as the marketplace offers it.',
    ),
  },
  batch: 'whole',
  filters: {},
  create: {
    availableAddOnSid: t.sid.required.about('SID (XB…) of the add-on to install.'),
    acceptTermsOfService: t.boolean.required.about("Must be true: you accept the terms of the add-on's publisher."),
    configuration: t.json.pii,
    uniqueName: t.string,
  },
  update: { configuration: t.json.pii, uniqueName: t.string },
  remove: true,
  fetch: true,
  paid: ['create'],
  admin: ['create', 'remove', 'update'],
});
