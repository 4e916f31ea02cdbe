/** Sender id registration. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const SenderIdRegistration = entity('SenderIdRegistration', {
  in: numbers,
  at: 'senderIdRegistrations',
  json: 'camel',
  about: 'Registers an alphanumeric sender ID in a country through an embedded form.',
  fields: {
    id: t.string.as('twilioId'),
    regulationId: t.ref('Regulation'),
    regulationVersion: t.int.about('Version of the regulation that the answers follow.'),
    friendlyName: t.string,
    status: t.string.about('DRAFT when new.'),
    statusNotificationEmail: t.string.pii.about('Email address that is informed when the status changes.'),
    statusCallbackUrl: t.string,
    comments: t.string.pii,
    embeddedSession: t.omit,
    data: t.json.pii.about('Answers by section, such as `alphanumericSender`, `business` and `useCase`.'),
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
  },
  relations: {
    bundle: t.row('RegulatoryBundle', ['twilioId'], 'The regulatory bundle of the registration.'),
  },
  create: {
    regulationId: t.sid.required,
    regulationVersion: t.int.required,
    friendlyName: t.string.required,
    statusNotificationEmail: t.string.pii,
    statusCallbackUrl: t.url,
    comments: t.string.pii,
    themeSetId: t.string.about('ID of the look of the embedded form.'),
    data: t.json.pii.required,
  },
  paid: ['create'],
  admin: ['create'],
});
