/** Usage and its cost, over a span of days that the reader chooses. */
import { container, entity, t } from '../../../../../model/index.ts';
import { Usage } from '../usage.ts';
import { usageRecord } from './record/shared.ts';

export const UsageRecord = entity('UsageRecord', {
  in: Usage,
  at: 'records',
  plural: 'usageRecords',
  about:
    'How much of one category was used in a period, and what it cost. ' +
    'This list has one row for each category between `startDate` and `endDate`, or for all time.',
  ...usageRecord,
  relations: {
    triggers: t.many('UsageTrigger', { usageCategory: 'category' }, 'Triggers that watch this category.'),
  },
});

/** Where the lists by period hang. */
export const UsageRecords = container('UsageRecords', { in: Usage, at: 'records' });
