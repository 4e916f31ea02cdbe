/** GraphQL Code Generator: types of every operation in the source. */
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: process.env.VITE_GRAPHQL_URL ?? 'http://127.0.0.1:4000/graphql',
  documents: 'src/**/*.tsx',
  generates: { 'src/gql/': { preset: 'client' } },
  config: {
    useTypeImports: true,
    scalars: {
      Date: 'string',
      DateTime: 'string',
      Decimal: 'string',
      FieldValue: 'string | number | boolean',
      JSON: 'unknown',
      Long: 'string',
      URL: 'string',
    },
  },
};
export default config;
