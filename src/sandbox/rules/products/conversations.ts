/** Conversations: participants by identity or address, messages in order, and both from the participant's side. */
import { TwilioError } from '../../errors.ts';
import type { Rule, Scene } from '../../rule.ts';
import type { Row, Values } from '../../store.ts';

const serviceOf = ({ world }: Scene): string | null => world.store.list('ConversationsService', [])[0]?.key ?? null;

/** A conversation is open from the start, and belongs to the default service. */
export const Conversation: Rule = {
  defaults: { state: 'active', attributes: '{}', timers: {} },
  create({ uniqueName, chatServiceSid }, scene) {
    const isTaken = (row: Row) => uniqueName !== undefined && row.values.uniqueName === uniqueName;
    if (scene.world.store.list('Conversation', []).some(isTaken))
      throw new TwilioError(50353, 'Conversation with provided unique name already exists', 409);
    return { chatServiceSid: chatServiceSid ?? serviceOf(scene) };
  },
};

/** The address of a participant who writes from outside, with what Twilio adds to it. */
const bindingOf = ({ messagingBinding }: Values): Values | null => {
  if (!messagingBinding) return null;
  const { address = null, ...given } = messagingBinding as Values;
  const type = String(address).startsWith('whatsapp:') ? 'whatsapp' : 'sms';
  return { type, address, proxy_address: null, projected_address: null, ...given };
};

export const ConversationParticipant: Rule = {
  defaults: { attributes: '{}' },
  create(input, scene) {
    const { world, parents } = scene;
    const messagingBinding = bindingOf(input);
    if (!input.identity && !messagingBinding)
      throw new TwilioError(50209, 'A participant needs an identity or a messaging binding');
    const isSame = ({ values }: Row) =>
      (input.identity && values.identity === input.identity) ||
      (messagingBinding?.address && addressOf(values) === messagingBinding.address);
    if (world.store.list('ConversationParticipant', parents).some(isSame))
      throw new TwilioError(50433, 'Participant already exists', 409);
    return { messagingBinding };
  },
  begin({ values: { identity } }, scene) {
    const { world, user } = scene;
    const isKnown = (row: Row) => row.values.identity === identity;
    if (identity && !world.store.list('ConversationsUser', []).some(isKnown))
      world.make('ConversationsUser', [], {
        ...{ accountSid: user, chatServiceSid: serviceOf(scene), identity, attributes: '{}' },
      });
  },
};
const addressOf = ({ messagingBinding }: Values): unknown => (messagingBinding as Values | null | undefined)?.address;

export const ConversationMessage: Rule = {
  oldestFirst: true,
  defaults: { author: 'system', attributes: '{}' },
  create({ author }, { world, parents }) {
    const last = world.store.list('ConversationMessage', parents)[0]?.values.index;
    const isAuthor = ({ values }: Row) =>
      author !== undefined && (values.identity === author || addressOf(values) === author);
    const participant = world.store.list('ConversationParticipant', parents).find(isAuthor);
    return { index: last === undefined ? 0 : Number(last) + 1, participantSid: participant?.key ?? null };
  },
};

export const ConversationsUser: Rule = {
  defaults: { attributes: '{}' },
  alias: (identity, rows) => rows.find(({ values }) => values.identity === identity),
};

/** The participants of all conversations. */
const participants = ({ world }: Scene): readonly Row[] =>
  world.store.all('ConversationParticipant').filter((row) => !row.gone);
const conversationOf = ({ world }: Scene, { parents: [sid = ''] }: Row): Row | undefined =>
  world.store.find('Conversation', [], sid);

export const ConversationsParticipantConversation: Rule = {
  rows(scene) {
    const [identity, address] = ['Identity', 'Address'].map((name) => scene.query.get(name));
    const isAsked = ({ values }: Row) =>
      (!identity || values.identity === identity) && (!address || addressOf(values) === address);
    return participants(scene)
      .filter(isAsked)
      .flatMap((participant) => {
        const conversation = conversationOf(scene, participant);
        if (!conversation) return [];
        const { values } = conversation;
        return [
          {
            ...{
              accountSid: values.accountSid,
              chatServiceSid: values.chatServiceSid,
              participantSid: participant.key,
            },
            ...{ participantIdentity: participant.values.identity, conversationSid: conversation.key },
            ...{ participantMessagingBinding: participant.values.messagingBinding, conversationState: values.state },
            ...{ conversationUniqueName: values.uniqueName, conversationFriendlyName: values.friendlyName },
            ...{ conversationAttributes: values.attributes, conversationTimers: values.timers },
            ...{ conversationDateCreated: values.dateCreated, conversationDateUpdated: values.dateUpdated },
            ...{ conversationCreatedBy: 'system' },
          },
        ];
      });
  },
};

/** What a user of an identity sees of the conversations. */
export const ConversationsUserConversation: Rule = {
  rows(scene) {
    const user = scene.world.store.find('ConversationsUser', [], scene.parents[0] ?? '');
    return participants(scene)
      .filter(({ values }) => values.identity === user?.values.identity)
      .flatMap((participant) => {
        const conversation = conversationOf(scene, participant);
        if (!conversation) return [];
        const { sid, state, etag, ...shown } = conversation.values;
        const count = scene.world.store.list('ConversationMessage', [conversation.key]).length;
        const read = participant.values.lastReadMessageIndex ?? null;
        return [
          {
            ...{ ...shown, conversationSid: conversation.key, participantSid: participant.key, userSid: user?.key },
            ...{ conversationState: state, createdBy: 'system', notificationLevel: 'default' },
            ...{ lastReadMessageIndex: read, unreadMessagesCount: read === null ? null : count - 1 - Number(read) },
          },
        ];
      });
  },
};
