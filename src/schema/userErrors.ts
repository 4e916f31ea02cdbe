/** `userErrors`: why Twilio refused a change, as data. */
import type { EnumRef, ObjectRef } from '@pothos/core';
import { type ApiError, type Code, codes } from '../errors.ts';
import type { Value } from '../model/kinds.ts';
import { pascalCase } from '../model/names.ts';
import type { Builder } from './builder.ts';
import type { Field, Parts, PothosTypes } from './parts.ts';

export interface Refusal {
  readonly code: Code;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly twilioCode: number | null;
  readonly moreInfo: string | null;
}

/** A 4xx as data; `undefined` for everything that has to be thrown. */
export const refusalOf = (error: ApiError, inputs?: Readonly<Record<string, Value>>): Refusal | undefined => {
  const { status = 0, twilioCode, moreInfo } = error.details;
  if (status < 400 || status > 499) return undefined;
  return {
    code: error.code,
    message: error.message,
    field: fieldIn(error.message, inputs),
    twilioCode: twilioCode ?? null,
    moreInfo: moreInfo ?? null,
  };
};

/** The input that Twilio's message names in quotation marks, as in «The 'To' number … is not valid». */
const fieldIn = (message: string, inputs: Readonly<Record<string, Value>> = {}): readonly string[] | null => {
  const quoted = new Set([...message.matchAll(/['"`](\w+)['"`]/g)].map(([, word]) => word));
  const name = Object.keys(inputs).find((input) => quoted.has(pascalCase(input)));
  return name ? ['input', name] : null;
};

export const makeErrorCode = (builder: Builder): EnumRef<PothosTypes, Code> =>
  builder.enumType('ErrorCode', {
    description: 'Why something failed; also `extensions.code` of errors.',
    values: Object.fromEntries(Object.entries(codes).map(([code, description]) => [code, { description }])) as Record<
      Code,
      { description: string }
    >,
  });

export const makeUserError = (
  builder: Builder,
  errorCode: EnumRef<PothosTypes, Code>,
): ObjectRef<PothosTypes, Refusal> =>
  builder.objectRef<Refusal>('UserError').implement({
    description: 'Why Twilio refused a change.',
    fields: (t) => ({
      code: t.expose('code', { type: errorCode, nullable: false, description: 'The kind of refusal.' }),
      message: t.exposeString('message', { nullable: false, description: "Twilio's own words." }),
      field: t.exposeStringList('field', {
        nullable: true,
        description: 'The input at fault, from `input` inwards; null where Twilio names none.',
      }),
      twilioCode: t.exposeInt('twilioCode', {
        nullable: true,
        description: "Twilio's code, such as 21211; null if it gave none.",
      }),
      moreInfo: t.field({
        type: 'URL',
        nullable: true,
        description: "Twilio's page on that code.",
        resolve: ({ moreInfo }) => moreInfo,
      }),
    }),
  });

export const userErrorsField = (parts: Parts): Field<{ refusals: readonly Refusal[] }> => ({
  type: [parts.userError],
  nullable: false,
  description: 'Why Twilio refused; empty if it did not.',
  resolve: ({ refusals }) => refusals,
});
