import { loadGraphQLSchemaFromOpenAPI } from '@omnigraph/openapi';
import { printSchema } from 'graphql';
import { writeFileSync } from 'node:fs';
console.time('load');
const schema = await loadGraphQLSchemaFromOpenAPI('twilio', { source: '/tmp/pb/spec.json', endpoint: 'http://127.0.0.1:9999', cwd: '/', operationHeaders: { authorization: 'Basic xx' } });
console.timeEnd('load');
writeFileSync('/tmp/pb/omni.graphql', printSchema(schema));
