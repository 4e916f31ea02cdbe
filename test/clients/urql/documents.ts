/** Documents whose types gql.tada reads from their text. */
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; Decimal: string; ID: string; JSON: unknown; Long: string; URL: string };
}>();

export const MESSAGES = graphql(`
  query Messages($first: Int!, $after: String) {
    messages(first: $first, after: $after) {
      edges {
        node {
          id
          sid
          status
          price
          fromNumber {
            id
            friendlyName
            capabilities {
              sms
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const BY_STATUS = graphql(`
  query ByStatus {
    messages(first: 1) {
      aggregate {
        count
        sum(field: PRICE)
        max(field: DATE_SENT)
        countBy(field: STATUS) {
          name
          count
        }
      }
    }
  }
`);

export const MESSAGE = graphql(`
  query Message($sid: ID!) {
    message(sid: $sid) {
      id
      body
    }
  }
`);

export const SEND = graphql(`
  mutation Send($input: MessageCreateInput!) {
    messageCreate(input: $input) {
      message {
        id
        sid
        body
      }
      userErrors {
        field
        message
      }
    }
  }
`);

export const DELETE = graphql(`
  mutation Delete($sid: ID!) {
    messageDelete(sid: $sid) {
      deletedId
    }
  }
`);
