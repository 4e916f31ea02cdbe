/** Content v2 template. */
import { entity, t } from '../../../model/index.ts';
import { contentV2 } from './product.ts';

export const ContentV2Template = entity('ContentV2Template', {
  in: contentV2,
  at: 'contents',
  plural: 'templates',
  about: 'Templates again, but the list can be searched by name, text, language and date.',
  fields: {
    dateCreated: t.dateTime,
    dateUpdated: t.dateTime,
    sid: t.ref('ContentTemplate'),
    accountSid: t.ref('Account'),
    friendlyName: t.string,
    language: t.string,
    variables: t.json,
    types: t.json,
    url: t.omit,
    links: t.omit,
  },
  filters: {
    sortByDate: t.string,
    sortByContentName: t.string,
    contentName: t.string,
    content: t.string,
    language: t.equal.list,
    contentType: t.string.list,
    channelEligibility: t.string.list,
    dateCreated: t.range.by('dateCreatedAfter', 'dateCreatedBefore'),
  },
});
