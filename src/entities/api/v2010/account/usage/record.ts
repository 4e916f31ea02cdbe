/** Usage and its cost in a period. */
import { container, entity, t } from '../../../../../model/index.ts';
import { Usage } from '../usage.ts';
import { usageRecord } from './record/shared.ts';

export const UsageRecord = entity('UsageRecord', {
  in: Usage,
  at: 'records',
  plural: 'usageRecords',
  aboutList: 'Usage between `startDate` and `endDate`, or since the account was created: one row for each category.',
  ...usageRecord,
  relations: {
    triggers: t.many('UsageTrigger', { usageCategory: 'category' }, 'Triggers of this category.'),
  },
});

/** The lists by period are under the list of all records. */
export const UsageRecords = container('UsageRecords', { in: Usage, at: 'records' });
