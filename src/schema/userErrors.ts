/** `userErrors`: mistakes in the arguments of a mutation, and refusals by Twilio, as data. */
import type { EnumRef, ObjectRef } from '@pothos/core';
import { ApiError, type Code, codes } from '../errors.ts';
import { pascalCase, type Value } from '../model/index.ts';
import type { Builder, Field, Parts, PothosTypes, UserError } from './types.ts';

const MISTAKES: ReadonlySet<Code> = new Set(['BAD_USER_INPUT', 'DESTINATION_NOT_ALLOWED']);

/** A mistake in an argument, which this server found before it sent anything. */
export const mistakeOf = (error: unknown): UserError | undefined => {
  if (!(error instanceof ApiError) || !MISTAKES.has(error.code)) return undefined;
  const { argument } = error.details;
  return argument === undefined ? undefined : mistake(error.message, argument.split('.'), error.code);
};

/** A refusal by Twilio: a 4xx after which the write certainly did not happen. */
export const refusalOf = (error: unknown, inputs?: Readonly<Record<string, Value>>): UserError | undefined => {
  if (!(error instanceof ApiError) || error.details.outcome === 'UNKNOWN') return undefined;
  const { code, message, details } = error;
  const { status = 0, twilioCode, moreInfo } = details;
  if (status < 400 || status > 499 || code === 'UPSTREAM_ERROR') return undefined;
  const field = code === 'CONFLICT' ? versionIn(inputs) : fieldIn(message, inputs);
  return { code, message, field, twilioCode: twilioCode ?? null, moreInfo: moreInfo ?? null };
};

export const mistake = (message: string, field: readonly string[], code: Code = 'BAD_USER_INPUT'): UserError => ({
  ...{ code, message, field },
  twilioCode: null,
  moreInfo: null,
});

/** The input that Twilio's message names in quotation marks, as in «The 'To' number … is not valid». */
const fieldIn = (message: string, inputs: Readonly<Record<string, Value>> = {}): readonly string[] | null => {
  const quoted = new Set([...message.matchAll(/['"`](\w+)['"`]/g)].map(([, word]) => word));
  const name = Object.keys(inputs).find((input) => quoted.has(pascalCase(input)));
  return name ? ['input', name] : null;
};

/** Where the version was given that the row no longer has. */
const versionIn = (inputs: unknown): readonly string[] => (inputs ? ['input', 'ifMatch'] : ['ifMatch']);

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
    description: 'A mistake in the arguments of a mutation, or the reason why Twilio refused it.',
    fields: (t) => ({
      code: t.expose('code', {
        type: errorCode,
        nullable: false,
        description:
          '`BAD_USER_INPUT` if this server found the mistake and sent nothing; otherwise the kind of refusal.',
      }),
      message: t.exposeString('message', {
        nullable: false,
        description: 'What is wrong: the rule that was broken, or the message of Twilio.',
      }),
      field: t.exposeStringList('field', {
        nullable: true,
        description: 'Path of the argument at fault, such as `["input", "body"]`; null if Twilio names none.',
      }),
      twilioCode: t.exposeInt('twilioCode', {
        nullable: true,
        description: "Twilio's error code, such as 21211; null if there is none.",
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
