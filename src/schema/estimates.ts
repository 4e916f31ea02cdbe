/** What a dry run of a paid create says of it beyond mistakes: the segments that a text message is charged by. */
import { badInput } from '../errors.ts';
import type { Entity } from '../model/index.ts';
import type { Input } from '../twilio/rows/index.ts';
import { MAX_BODY_LENGTH, type Segments, segmentsOf } from '../twilio/sms.ts';
import { makeFields } from './makeFields.ts';
import type { Fields, Parts } from './types.ts';

/** Whether rows are messages that Twilio charges by the segment. */
export const hasSegments = ({ create, fields }: Entity): boolean =>
  create?.body !== undefined && fields.numSegments !== undefined;

/** Checks what only Twilio checks otherwise. `null` for what is no SMS, or whose text is not in the input. */
export const estimate = (entity: Entity, input: Input): Segments | null => {
  const { body, to, from, mediaUrl, sendAsMms, smartEncoded } = input;
  if (!hasSegments(entity) || typeof body !== 'string' || body === '') return null;
  if (body.length > MAX_BODY_LENGTH)
    throw badInput('input.body', `has ${body.length} characters; Twilio accepts up to ${MAX_BODY_LENGTH}`);
  const isOtherChannel = [to, from].some((address) => typeof address === 'string' && address.includes(':'));
  const isMms = sendAsMms === true || (Array.isArray(mediaUrl) && mediaUrl.length > 0);
  return isOtherChannel || isMms ? null : segmentsOf(body, smartEncoded === true);
};

/** The field of the payload. */
export const makeEstimateField = (parts: Pick<Parts, 'builder'>): Fields<{ estimate?: Segments | null }>[string] => {
  const { builder } = parts;
  const encoding = builder.enumType('SmsEncoding', {
    description: 'How the text of an SMS is encoded.',
    values: {
      GSM_7: { value: 'GSM-7', description: '160 characters in one segment, 153 in each of several.' },
      UCS_2: { value: 'UCS-2', description: '70 characters in one segment, 67 in each of several.' },
    },
  });
  const type = builder.objectRef<Segments>('MessageEstimate').implement({
    description: 'What an SMS will be charged for, as far as its text decides it.',
    fields: (t) =>
      makeFields<Segments>(t, {
        encoding: {
          type: encoding,
          nullable: false,
          description: 'UCS_2 if any character is missing in GSM-7.',
          resolve: (shown) => shown.encoding,
        },
        segments: {
          type: 'Int',
          nullable: false,
          description: 'Number of segments. Each is charged.',
          resolve: ({ count }) => count,
        },
      }),
  });
  return {
    type,
    description:
      'Of a dry run: the segments of the SMS. Null after a real create, and for MMS, other channels and content templates. ' +
      'A messaging service that has smart encoding switched on may need fewer.',
    resolve: (payload) => payload.estimate ?? null,
  };
};
