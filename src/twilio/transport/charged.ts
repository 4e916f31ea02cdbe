/** A request that costs money: its cost is reserved right before it leaves, and released if it was certainly not charged. */
import { ApiError } from '../../errors.ts';
import type { Caller, Reserved } from '../limiter/index.ts';
import { verdictOn } from './failure.ts';
import { ProxyRefusal } from './proxy/index.ts';

export const charged = async <T>(
  reserve: (() => Promise<Reserved>) | undefined,
  caller: Caller,
  run: (caller: Caller) => Promise<T>,
): Promise<T> => {
  if (!reserve) return run(caller);
  let reserved: Reserved | undefined;
  let isSent = false;
  const release = async () => {
    await reserved?.release().catch(() => {});
    reserved = undefined;
    isSent = false;
  };
  try {
    return await run({
      ...caller,
      beforeSend: async () => {
        await caller.beforeSend?.();
        reserved ??= await reserve();
      },
      onSent: () => {
        isSent = true;
        caller.onSent?.();
      },
      beforeRetry: async () => {
        await release();
        await caller.beforeRetry?.();
      },
    });
  } catch (error) {
    if (!isSent || isRefusal(error)) await release();
    throw error;
  }
};

/** Twilio, or a proxy before it, has said no. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && (error instanceof ProxyRefusal || verdictOn(error) === 'alive');
