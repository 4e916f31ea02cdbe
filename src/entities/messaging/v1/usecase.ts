/** Messaging use cases. */
import { entity, t } from '../../../model/index.ts';
import { messaging } from './product.ts';

export const MessagingUseCases = entity('MessagingUseCases', {
  in: messaging,
  at: 'usecases',
  about: 'The use cases a messaging service can state.',
  fields: {
    usecases: t.json.list.about(
      'Use cases that a messaging service can declare: `usecase`, `friendly_name` and `purpose`.',
    ),
  },
  fetch: true,
});
