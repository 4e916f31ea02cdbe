/** `rateLimit`: what the operation costs and what may start now; with `dryRun`, nothing else of it runs. */
import type { Builder } from '../types.ts';

/** GraphQL's largest Int. */
const MAX_INT = 2 ** 31 - 1;

interface ApiRateLimit {
  readonly cost: number;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
  readonly paid: readonly string[];
}

export const addRateLimit = (builder: Builder): void => {
  const type = builder.objectRef<ApiRateLimit>('ApiRateLimit').implement({
    description: 'Cost of this operation in upstream calls, and the current rate limit.',
    fields: (t) => ({
      cost: t.exposeInt('cost', { nullable: false, description: 'Maximum number of upstream calls of the operation.' }),
      paid: t.exposeStringList('paid', {
        nullable: false,
        description:
          'Reads of the operation that Twilio charges for, such as a lookup and each package that is selected.',
      }),
      limit: t.exposeInt('limit', { nullable: false, description: 'Upstream calls allowed per second.' }),
      remaining: t.exposeInt('remaining', { nullable: false, description: 'Upstream calls that can start now.' }),
      resetAt: t.expose('resetAt', {
        type: 'DateTime',
        nullable: false,
        description: 'When `remaining` is back at `limit` without further calls.',
      }),
    }),
  });
  builder.queryField('rateLimit', (t) =>
    t.field({
      type,
      nullable: false,
      description: 'Cost of this operation and the current rate limit. Costs no upstream call.',
      args: {
        dryRun: t.arg.boolean({
          defaultValue: false,
          description: 'If true, the rest of the operation is priced but not run.',
        }),
      },
      resolve: (_parent, _args, { budget, connection: { throughput } }) => {
        const remaining = throughput.available;
        const resetAt = new Date(Date.now() + (remaining < throughput.perSecond ? 1000 : 0));
        const { requested, paid } = budget;
        return { cost: Math.min(requested, MAX_INT), paid, limit: throughput.perSecond, remaining, resetAt };
      },
    }),
  );
};
