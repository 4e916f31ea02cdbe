/** Flows. */
import { entity, t } from '../../../model/index.ts';
import { studioV1 } from './product.ts';

export const StudioV1Flow = entity('StudioV1Flow', {
  in: studioV1,
  at: 'flows',
  sid: 'FW',
  about: 'A call or message flow drawn in Studio (version 1).',
  fields: {
    sid: t.ref('StudioFlow'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    status: t
      .enum('draft', 'published')
      .about('A draft runs for nobody but test users; a published flow runs for everyone.'),
    version: t.int.about('Number of the latest revision of the flow.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    url: t.omit,
    links: t.omit,
  },
  filters: {},
  remove: true,
  fetch: true,
  admin: ['remove'],
});
