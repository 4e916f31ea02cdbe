/** Prices in the sandbox, similar to Twilio's. */
import { channelOf } from './phone.ts';

const TOLL_FREE = /^\+(18(00|33|44|55|66|77|88)|44808)/;
const price = (amount: number): string => `-${amount.toFixed(5)}`;

/** Charged per started minute. */
export const callPrice = (direction: string, to: string, seconds: number): string => {
  const minute = direction !== 'inbound' ? 0.014 : TOLL_FREE.test(to) ? 0.022 : 0.0085;
  return price(Math.ceil(seconds / 60) * minute);
};
export const messagePrice = (to: string, segments: number, media: number): string => {
  if (channelOf(to)) return price(0.005);
  return price(media > 0 ? 0.02 : 0.0075 * segments);
};
export const recordingPrice = (seconds: number): string => price(Math.ceil(seconds / 60) * 0.0025);
export const transcriptionPrice = (seconds: number): string => price(Math.ceil(seconds / 60) * 0.05);
/** Monthly price of a phone number by type. */
export const NUMBER_PRICES: Readonly<Record<string, number>> = { local: 1.15, mobile: 1.15, tollfree: 2.15 };

const GSM = /^[\w\s@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà^{}\\[\]~|€]*$/;
/** Number of segments: 160 characters each if all are in the GSM-7 alphabet, otherwise 70. */
export const segmentsOf = (body: string): number => {
  const [single, part] = GSM.test(body) ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / part);
};
