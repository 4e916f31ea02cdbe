/** The floor: what it costs to ask upstream and to answer, without GraphQL. `pick` also reads the rows as JSON. */
import { createServer } from 'node:http';
import { Agent } from 'undici';

const { UPSTREAM, PORT, ACCOUNT_SID, AUTHORIZATION, PROXY_MODE } = process.env;
const agent = new Agent();

const picked = (text) => {
  const nodes = JSON.parse(text).messages.map(
    ({ sid, status, direction, from, to, body, num_segments, date_sent }) => ({
      sid,
      status,
      direction,
      from,
      to,
      body,
      numSegments: Number(num_segments),
      dateSent: new Date(date_sent).toISOString(),
    }),
  );
  return JSON.stringify({ data: { messages: { nodes } } });
};

createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { variables = {} } = JSON.parse(text);
  const answer = await agent.request({
    origin: UPSTREAM,
    path: `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json?PageSize=50&To=${encodeURIComponent(variables.to ?? '')}`,
    method: 'GET',
    headers: { authorization: AUTHORIZATION },
  });
  response.writeHead(answer.statusCode, { 'content-type': 'application/json' });
  if (PROXY_MODE === 'pick') response.end(picked(await answer.body.text()));
  else answer.body.pipe(response);
}).listen(Number(PORT), '127.0.0.1');
