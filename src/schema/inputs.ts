/** Descriptor → input types of create and update, and the checks of an input before anything is sent. */
import type { InputRef } from '@pothos/core';
import { ApiError, badInput } from '../errors.ts';
import { checkSid, checkText, type Entity, mutationName, singular, type Value } from '../model/index.ts';
import { checkPhone } from '../twilio/filtering/index.ts';
import type { Input } from '../twilio/rows/index.ts';
import { UNRECOGNIZED } from '../twilio/rows/index.ts';
import { describeValue } from './descriptions.ts';
import type { Change, Parts } from './types.ts';

export const operationNames = { create: 'Create', update: 'Update', replace: 'Replace' } as const;

export const makeInput = (parts: Parts, entity: Entity, change: Change): InputRef<unknown> => {
  const operation = operationNames[change];
  const values = Object.entries(entity[change] ?? {});
  const description =
    change === 'update'
      ? 'Fields to change. A field that is left out keeps its value.'
      : `Input of \`${entity.asks ? singular(entity) : `${mutationName(entity)}${operation}`}\`.`;
  return parts.builder.inputType(`${entity.name}${operation}Input`, {
    description,
    fields: (t) =>
      Object.fromEntries(
        values.map(([name, value]) => {
          const options = {
            required: value.must === true,
            ...describeValue(entity, name, value),
            ...(value.reason && !value.must ? { deprecationReason: value.reason } : {}),
          };
          const type = parts.kinds.input(entity, name, value, operation);
          return [name, value.many ? t.field({ ...options, type: [type] }) : t.field({ ...options, type })];
        }),
      ),
  });
};

/** Throws bad input for values that Twilio would refuse or misread, before anything is sent. */
export const checkInput = (entity: Entity, change: Change, input: Input): Input => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const says = given.filter(([name]) => !entity[change]?.[name]?.header);
  if (change === 'update' && says.length === 0 && Object.keys(entity.update ?? {}).length > 0)
    throw badInput('input', 'is empty; name at least one field to change');
  for (const [name, value] of given) {
    const rule = entity[change]?.[name];
    const argument = `input.${name}`;
    checkText(value, argument);
    if (value === null && change === 'update')
      throw badInput(argument, 'must not be null; leave it out to keep it, or send an empty text to clear it');
    if (isEmptyList(value) && (change === 'update' || rule?.must))
      throw badInput(argument, 'must not be an empty list; Twilio would ignore it');
    if (!rule || value === null) continue;
    if (rule.pairs) checkPairs(value, argument);
    for (const each of [value].flat()) checkValue(rule, each, change, argument);
  }
  if (change === 'create') checkRequired(entity, input);
  return input;
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const checkValue = (rule: Value, value: unknown, change: Change, argument: string): void => {
  if (value === UNRECOGNIZED && rule.scalar === 'Enum')
    throw badInput(argument, `${UNRECOGNIZED} is a value that cannot be set`);
  if (typeof value !== 'string') return;
  if (rule.allowed && !rule.allowed.includes(value))
    throw badInput(
      argument,
      `must be ${rule.allowed.map((each) => (each === '' ? 'empty' : `"${each}"`)).join(' or ')}`,
    );
  const clears = value === '' && change === 'update';
  if (rule.scalar === 'ID' && !clears) checkSid(value, argument);
  if (rule.phone) checkPhone(value, argument);
};

/** Names and values that Twilio takes one by one: an object of texts, 99 at most. */
const checkPairs = (value: unknown, argument: string): void => {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || Object.values(value).some((each) => typeof each !== 'string'))
    throw badInput(argument, 'must be an object of texts, such as { "name": "value" }');
  if (Object.keys(value).length > MAX_PAIRS) throw badInput(argument, `must not have more than ${MAX_PAIRS} names`);
};
const MAX_PAIRS = 99;

const checkRequired = (entity: Entity, input: Input): void => {
  const isGiven = (name: string) => (input[name] ?? undefined) !== undefined && !isEmptyList(input[name]);
  for (const group of entity.requireOneOf ?? [])
    if (!group.some(isGiven))
      throw new ApiError('BAD_USER_INPUT', `input: needs at least one of ${group.join(', ')}`, {
        argument: `input.${group[0]}`,
      });
};
