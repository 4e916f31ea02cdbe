/** Read by relay-compiler, which writes the artifacts in `__generated__`. */
import { graphql } from 'relay-runtime';

graphql`
  query trafficQuery($number: String!) {
    ...traffic_messages @arguments(number: $number)
  }
`;

graphql`
  fragment traffic_messages on Query
  @refetchable(queryName: "trafficNextPageQuery")
  @argumentDefinitions(number: { type: "String!" }, first: { type: "Int", defaultValue: 3 }, after: { type: "String" }) {
    messages(
      first: $first
      after: $after
      filter: { or: [{ from: { eq: $number } }, { to: { eq: $number } }] }
    ) @connection(key: "traffic_messages") {
      __id
      edges {
        node {
          id
          sid
          body
          fromNumber {
            friendlyName
          }
        }
      }
    }
  }
`;

graphql`
  mutation trafficSendMutation($input: MessageCreateInput!, $connections: [ID!]!) {
    messageCreate(input: $input) {
      message @prependNode(connections: $connections, edgeTypeName: "MessageEdge") {
        id
        sid
        body
      }
      userErrors {
        message
      }
    }
  }
`;

graphql`
  mutation trafficDeleteMutation($sid: ID!, $connections: [ID!]!) {
    messageDelete(sid: $sid) {
      edge: deletedId @deleteEdge(connections: $connections)
      deletedId @deleteRecord
    }
  }
`;
