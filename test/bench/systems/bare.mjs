/** What one writes in an afternoon: yoga and Twilio's SDK with one resolver per relation, and no loaders. */
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import twilio from 'twilio';

const { ACCOUNT_SID, AUTH_TOKEN, UPSTREAM, PORT } = process.env;
const client = twilio(ACCOUNT_SID, AUTH_TOKEN);
client.api.baseUrl = UPSTREAM;

const list = (resource, { first, ...filter }) =>
  resource.list({ ...filter, limit: first, pageSize: Math.min(first, 1000) });

const typeDefs = /* GraphQL */ `
  type Query {
    calls(first: Int = 50): [Call!]!
    call(sid: ID!): Call
    recordings(first: Int = 50): [Recording!]!
    messages(first: Int = 50, to: String): [Message!]!
    incomingPhoneNumber(sid: ID!): IncomingPhoneNumber
    conferences(first: Int = 50): [Conference!]!
  }
  type Call { sid: ID! status: String recordings(first: Int = 50): [Recording!]! }
  type Recording { sid: ID! callSid: ID call: Call }
  type Message {
    sid: ID! status: String direction: String from: String to: String body: String numSegments: Int dateSent: String
    fromNumber: IncomingPhoneNumber
  }
  type IncomingPhoneNumber { sid: ID! phoneNumber: String }
  type Conference { sid: ID! participants(first: Int = 50): [Participant!]! }
  type Participant { callSid: ID call: Call }
`;
const callOf = ({ callSid }) => client.calls(callSid).fetch();
const resolvers = {
  Query: {
    calls: (_, args) => list(client.calls, args),
    call: (_, { sid }) => client.calls(sid).fetch(),
    recordings: (_, args) => list(client.recordings, args),
    messages: (_, args) => list(client.messages, args),
    incomingPhoneNumber: (_, { sid }) => client.incomingPhoneNumbers(sid).fetch(),
    conferences: (_, args) => list(client.conferences, args),
  },
  Call: { recordings: ({ sid }, args) => list(client.recordings, { ...args, callSid: sid }) },
  Recording: { call: callOf },
  Participant: { call: callOf },
  Conference: { participants: ({ sid }, args) => list(client.conferences(sid).participants, args) },
  Message: {
    dateSent: ({ dateSent }) => dateSent?.toISOString(),
    fromNumber: async ({ from }) => (await client.incomingPhoneNumbers.list({ phoneNumber: from, limit: 1 }))[0],
  },
};
createServer(createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false })).listen(
  Number(PORT),
  '127.0.0.1',
);
