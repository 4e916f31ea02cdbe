/** Carries the caller into a call of the SDK, and Twilio's own JSON out of it. */
import type { Caller } from '../limiter/index.ts';

/** One call of the SDK: who waits for it, and Twilio's answer to it. */
interface SdkCall {
  readonly caller: Caller;
  answer?: { readonly body: unknown };
}
/**
 * The call that the SDK is executing. The SDK makes its request synchronously, before it returns its promise, so a
 * variable is enough. An AsyncLocalStorage would slow down every promise of the process on Node 20.
 */
let currentCall: SdkCall | undefined;

/** For the SDK's HTTP client. */
export const callInProgress = (): SdkCall => currentCall ?? { caller: {} };

/**
 * Runs a call of the SDK and returns Twilio's own JSON. The SDK builds the request. What it makes of the answer (money
 * as floats, nulls hidden behind types, an object per row) is not used, and an error that it throws over an answer that
 * the transport has accepted is ignored: the answer is there.
 */
export const callSdk = async (run: () => Promise<unknown>, caller: Caller): Promise<unknown> => {
  const call: SdkCall = { caller };
  currentCall = call;
  let made: Promise<unknown>;
  try {
    made = run();
  } finally {
    currentCall = undefined;
  }
  try {
    await made;
  } catch (error) {
    if (!call.answer) throw error;
  }
  return call.answer?.body;
};
