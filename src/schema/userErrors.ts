/** `userErrors`: why Twilio refused a change, as data. */
import type { EnumRef, ObjectRef } from '@pothos/core';
import { type ApiError, type Code, codes } from '../errors.ts';
import { pascalCase, type Value } from '../model/index.ts';
import type { Builder, Field, Parts, PothosTypes, UserError } from './types.ts';

/** A 4xx as data; `undefined` for everything that has to be thrown. */
export const userErrorOf = (error: ApiError, inputs?: Readonly<Record<string, Value>>): UserError | undefined => {
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
    description: 'Reason of a failure. Top-level errors have it in `extensions.code`.',
    values: Object.fromEntries(Object.entries(codes).map(([code, description]) => [code, { description }])) as Record<
      Code,
      { description: string }
    >,
  });

export const makeUserError = (
  builder: Builder,
  errorCode: EnumRef<PothosTypes, Code>,
): ObjectRef<PothosTypes, UserError> =>
  builder.objectRef<UserError>('UserError').implement({
    description: 'Why a change was refused.',
    fields: (t) => ({
      code: t.expose('code', { type: errorCode, nullable: false, description: 'Error code.' }),
      message: t.exposeString('message', { nullable: false, description: 'Error message.' }),
      field: t.exposeStringList('field', {
        nullable: true,
        description: 'Path of the invalid input field, such as `["input", "to"]`; null if unknown.',
      }),
      twilioCode: t.exposeInt('twilioCode', {
        nullable: true,
        description: 'Twilio error code, such as 21211; null if there is none.',
      }),
      moreInfo: t.field({
        type: 'URL',
        nullable: true,
        description: "Twilio's documentation of the error code.",
        resolve: ({ moreInfo }) => moreInfo,
      }),
    }),
  });

export const userErrorsField = (parts: Parts): Field<{ userErrors: readonly UserError[] }> => ({
  type: [parts.userError],
  nullable: false,
  description: 'Why the change was refused; empty if it succeeded.',
  resolve: ({ userErrors }) => userErrors,
});
