import type { Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder-core';
import type { HttpAnswer, HttpCall } from './httpCall.ts';

/** The SDK's client of a channel. */
export type Client = Awaited<
  ReturnType<ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>['create']>
>;

type Signed = Parameters<Client['credentials']['signRequest']>[0];

/** The client's token as a header; none in anonymous mode. */
async function authorization({ credentials }: Client): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  const request = { headers: { set: (name: string, value: string) => void (headers[name] = value) } };
  // Signing sets one header; the SDK's own request, made for more, is out of reach.
  await credentials.signRequest(request as unknown as Signed);
  return headers;
}

const idIn = (text: string): { id?: string } => {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('id' in answer)) return {};
    return typeof answer.id === 'string' ? { id: answer.id } : {};
  } catch {
    return {}; // it was taken all the same
  }
};

const isDots = (id: string): boolean => /^\.{1,2}$/.test(id);

/** An id as a part of a path. Half a letter, which cannot be encoded, is replaced; raises an error for one that would lead elsewhere. */
function encoded(id: string): string {
  if (isDots(id)) throw new Error('an id that is a path');
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/**
 * Lets a client's messages, replacements and deletions go straight through `send`, where the SDK's serializer and its
 * seven policies would cost more CPU than all else in a turn. Gives the same client.
 */
export function straight(client: Client, serviceUrl: string, send: (call: HttpCall) => Promise<HttpAnswer>): Client {
  const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;
  const make = async (method: string, ids: readonly string[], activity?: Partial<Activity>) => {
    const [conversation = '', ...rest] = ids.map(encoded);
    const url = [base, conversation, 'activities', ...rest].join('/');
    const headers = { 'Content-Type': 'application/json', ...(await authorization(client)) };
    const { text } = await send({
      url,
      method,
      headers,
      ...(activity === undefined ? {} : { body: JSON.stringify(activity) }),
    });
    return idIn(text);
  };
  Object.assign(client.conversations, {
    sendToConversation: (id: string, activity: Partial<Activity>) => make('POST', [id], activity),
    replyToActivity: (id: string, to: string, activity: Partial<Activity>) =>
      make('POST', isDots(to) ? [id] : [id, to], activity),
    updateActivity: (id: string, old: string, activity: Partial<Activity>) => make('PUT', [id, old], activity),
    deleteActivity: (id: string, old: string) => make('DELETE', [id, old]),
  });
  return client;
}
