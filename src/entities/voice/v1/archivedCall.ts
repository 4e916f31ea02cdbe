/** Archived calls. */
import { entity, t } from '../../../model/index.ts';
import { voice } from './product.ts';

export const ArchivedCall = entity('ArchivedCall', {
  in: voice,
  at: 'archivedCalls',
  key: [t.given('date'), t.given('sid')],
  about: 'A call record older than 13 months, which can only be deleted.',
  fields: {},
  remove: true,
});
