/** Recordings: a deleted one is silent, and shows itself only to who asks for deleted ones. */
import { notFound } from '../faults.ts';
import type { Rule } from '../rule.ts';

export const Recording: Rule = {
  visible: (row, { query }) => row.values.status !== 'deleted' || query.get('IncludeSoftDeleted') === 'true',
  remove(row, { world }) {
    if (row.values.status === 'deleted') throw notFound(row.key);
    world.change(row, { status: 'deleted', mediaUrl: null });
  },
};
