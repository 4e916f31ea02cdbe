/** Bulk hosted number orders. */
import { entity, t } from '../../../model/index.ts';
import { numbers } from './product.ts';

export const BulkHostedNumberOrder = entity('BulkHostedNumberOrder', {
  in: numbers,
  at: 'bulkHostedNumberOrders',
  key: 'bulkHostingSid',
  body: 'json',
  about: 'Orders hosting for many numbers at once.',
  fields: {
    bulkHostingSid: t.sid,
    requestStatus: t.enum('QUEUED', 'IN_PROGRESS', 'PROCESSED'),
    friendlyName: t.string,
    notificationEmail: t.string.pii.about('Where Twilio reports the outcome.'),
    dateCreated: t.dateTime,
    dateCompleted: t.dateTime,
    url: t.omit,
    totalCount: t.int.about('Number of orders for single numbers.'),
    results: t.json.pii.list.about('The orders by status: `order_status`, `count` and `orders`.'),
  },
  relations: {
    hostedNumberOrders: t.rows(
      'HostedNumberOrder',
      'results.orders',
      ['hosting_order_sid'],
      'The orders that were made',
    ),
    authorizationDocuments: t.rows(
      'HostedNumberAuthorizationDocument',
      'results.orders',
      ['signing_document_sid'],
      'The authorization documents of the orders',
    ),
  },
  create: { body: t.body },
  fetch: { orderStatus: t.string },
  admin: ['create'],
  terminal: { requestStatus: ['PROCESSED'] },
});
