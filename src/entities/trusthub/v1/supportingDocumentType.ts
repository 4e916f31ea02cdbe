/** Supporting document types. */
import { entity, t } from '../../../model/index.ts';
import { trusthub } from './product.ts';

export const TrusthubSupportingDocumentType = entity('TrusthubSupportingDocumentType', {
  in: trusthub,
  at: 'supportingDocumentTypes',
  sid: 'OY',
  about: 'A kind of document in Trust Hub, and the data that it needs.',
  fields: {
    sid: t.sid,
    friendlyName: t.string,
    machineName: t.string.about('Name to pass as `type` of a document.'),
    fields: t.json.list.about('Data that a document of the type must have: name and kind of each.'),
    url: t.omit,
  },
  batch: 'whole',
  filters: {},
  fetch: true,
});
