/** What an application does with Relay, and what its connection then has: two pages, a message sent, and deleted. */
import {
  commitMutation,
  createOperationDescriptor,
  type Environment,
  fetchQuery,
  type GraphQLTaggedNode,
  getFragment,
  getRequest,
  getSingularSelector,
  type MutationParameters,
  type OperationType,
  type SingularReaderSelector,
} from 'relay-runtime';
import messagesFragment from './__generated__/traffic_messages.graphql.ts';
import deleteMutation, { type trafficDeleteMutation } from './__generated__/trafficDeleteMutation.graphql.ts';
import nextPageQuery, { type trafficNextPageQuery } from './__generated__/trafficNextPageQuery.graphql.ts';
import trafficQuery from './__generated__/trafficQuery.graphql.ts';
import sendMutation, { type trafficSendMutation } from './__generated__/trafficSendMutation.graphql.ts';
import { createEnvironment } from './environment.ts';

const query = <T extends OperationType>(
  environment: Environment,
  request: GraphQLTaggedNode,
  variables: T['variables'],
): Promise<T['response'] | undefined> => fetchQuery<T>(environment, request, variables).toPromise();

const mutate = <T extends MutationParameters>(
  environment: Environment,
  mutation: GraphQLTaggedNode,
  variables: T['variables'],
): Promise<T['response']> =>
  new Promise((onCompleted, onError) => commitMutation<T>(environment, { mutation, variables, onCompleted, onError }));

interface Connection {
  readonly __id: string;
  readonly pageInfo: { readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly id: string; readonly sid: string; readonly body: string } }[];
}

export const run = async (url: string, input: { to: string; from: string; body: string }) => {
  const environment = createEnvironment(url);
  const number = input.to;
  const operation = createOperationDescriptor(getRequest(trafficQuery), { number });
  environment.retain(operation);
  const fragment = getFragment(messagesFragment);
  /** The connection as a component with this fragment sees it. */
  const connection = (): Connection => {
    const { data } = environment.lookup(operation.fragment);
    const selector = getSingularSelector(fragment, data);
    return environment.lookup(selector as SingularReaderSelector).data?.messages as Connection;
  };
  const ids = () => connection().edges.map(({ node }) => node.id);
  await query(environment, trafficQuery, { number });
  const firstPage = ids();
  const { endCursor } = connection().pageInfo;
  await query<trafficNextPageQuery>(environment, nextPageQuery, { number, first: 3, after: endCursor });
  const bothPages = ids();
  const connections = [connection().__id];
  const { messageCreate } = await mutate<trafficSendMutation>(environment, sendMutation, { input, connections });
  const afterSend = ids();
  const { id: old, sid } = connection().edges.at(-1)?.node ?? { id: '', sid: '' };
  const { messageDelete } = await mutate<trafficDeleteMutation>(environment, deleteMutation, { sid, connections });
  return {
    firstPage,
    bothPages,
    sent: messageCreate?.message?.id,
    afterSend,
    old,
    deletedId: messageDelete?.deletedId,
    afterDelete: ids(),
  };
};
