/** Messaging deactivations. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingDeactivations = entity('MessagingDeactivations', {
  in: messaging,
  at: 'deactivations',
  about: "A day's list of US numbers that carriers took out of service.",
  fields: { redirectTo: t.secret },
  fetch: { date: t.date.about('Day whose numbers are listed.') },
});
