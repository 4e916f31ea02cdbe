import o from 'openapi-to-graphql';
import { printSchema } from 'graphql';
import { writeFileSync,readFileSync } from 'node:fs';
console.time('load');
const { schema, report } = await o.createGraphQLSchema(JSON.parse(readFileSync('/tmp/pb/spec.json','utf8')), { baseUrl: 'http://127.0.0.1:9999', headers: { authorization: 'Basic xx' }, viewer: false });
console.timeEnd('load');
writeFileSync('/tmp/pb/oas.graphql', printSchema(schema));
console.log(Object.keys(report), report.numOps, report.warnings?.length);
