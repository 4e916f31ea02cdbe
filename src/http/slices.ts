/** Lets other requests in between the steps of one operation: each step may take all the time that one turn should. */
import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { coerceVariables } from '../execution/index.ts';
import { pause } from '../pause/index.ts';

export const useSlices = (): Plugin => ({ onExecute: () => pause() });

/** Coerces the variables as a step of its own; who reads them later gets the same. */
export const useVariables = (): Plugin => ({
  onExecute({ args }) {
    const { schema, document, operationName, variableValues } = args as unknown as ExecutionArgs;
    const operation = getOperationAST(document, operationName);
    if (operation) coerceVariables(schema, operation, variableValues);
    return pause();
  },
});
