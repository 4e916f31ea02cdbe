/** `rateLimit`: what this operation costs and what is left, without running the rest if that is wanted. */

interface RateLimit {
  readonly cost: number;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

export const addRateLimit = (builder: Builder): void => {
  const type = builder.objectRef<RateLimit>('RateLimit').implement({
    description: 'The price of this operation in upstream transactions, and how many this server may start now.',
    fields: (t) => ({
      cost: t.exposeInt('cost', { nullable: false, description: 'Transactions that the operation may cost at worst.' }),
      limit: t.exposeInt('limit', { nullable: false, description: 'Transactions that may start in any second.' }),
      remaining: t.exposeInt('remaining', { nullable: false, description: 'Transactions that could start at once.' }),
      resetAt: t.expose('resetAt', {
        type: 'DateTime',
        nullable: false,
        description: 'When all of them can, if nothing else asks.',
      }),
    }),
  });
  builder.queryField('rateLimit', (t) =>
    t.field({
      type,
      nullable: false,
      description: 'What this operation costs. With `dryRun: true` it is priced, and nothing else of it runs.',
      args: { dryRun: t.arg.boolean({ defaultValue: false, description: 'Whether the rest is left out.' }) },
      resolve: (_parent, _args, { report, connection: { throughput } }) => {
        const remaining = throughput.available;
        const resetAt = new Date(Date.now() + (remaining < throughput.perSecond ? 1000 : 0));
        return { cost: report.predicted, limit: throughput.perSecond, remaining, resetAt };
      },
    }),
  );
};

import type { Builder } from '../types.ts';
