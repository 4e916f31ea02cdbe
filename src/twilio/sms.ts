/**
 * The text of a message on its way to a phone: its encoding, its segments, and what Twilio's smart encoding makes of it.
 * Both are Twilio's own tables, from the package that Twilio publishes for its segment calculator.
 */
import { createRequire } from 'node:module';
import { SegmentedMessage } from 'sms-segments-calculator';
import type SmartEncodingMap from 'sms-segments-calculator/dist/libs/SmartEncodingMap.js';

/** Twilio refuses a longer body. */
export const MAX_BODY_LENGTH = 1600;

export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly count: number;
}

/** Throws nothing, but takes long for a body above {@link MAX_BODY_LENGTH}. */
export const segmentsOf = (body: string, isSmart: boolean): Segments => {
  const { encodingName, segmentsCount } = new SegmentedMessage(body, 'auto', isSmart);
  return { encoding: encodingName, count: segmentsCount };
};

// What `import` makes of this CommonJS module differs between Node and test runners.
const { default: replacements }: typeof SmartEncodingMap = createRequire(import.meta.url)(
  'sms-segments-calculator/dist/libs/SmartEncodingMap.js',
);

/** The text as smart encoding leaves it; the same for a text that it has been applied to. */
export const smartEncoded = (text: string): string =>
  text.replace(NOT_GSM, (character) => replacements[character] ?? character);
const NOT_GSM = /[^\n\r -_a-~]/gu;
