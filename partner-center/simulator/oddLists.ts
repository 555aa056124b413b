import * as z from 'zod';
import type { Answer } from './call.ts';

const list = z.looseObject({
  items: z.array(z.unknown()),
  continuationToken: z.string().exactOptional(),
  links: z.looseObject({ next: z.looseObject({ uri: z.string() }).exactOptional() }).exactOptional(),
});

/** The same list, with its first item without what it is told by; other answers stay as they are. */
export const withoutFirstId = (answer: Answer): Answer => {
  const found = list.safeParse(answer.body).data;
  const first = z.looseObject({ id: z.unknown() }).safeParse(found?.items[0]).data;
  if (found === undefined || first === undefined) return answer;
  const { id: _id, ...others } = first;
  return { ...answer, body: { ...found, items: [others, ...found.items.slice(1)] } };
};

/** The same page of a list, with the token of the next one in its address alone; other answers stay as they are. */
export const withTokenInAddress = (answer: Answer): Answer => {
  const { continuationToken, links, ...others } = list.safeParse(answer.body).data ?? {};
  if (continuationToken === undefined || links?.next === undefined) return answer;
  const uri = `${links.next.uri}&continuationToken=${encodeURIComponent(continuationToken)}`;
  return { ...answer, body: { ...others, links: { ...links, next: { uri, method: 'GET' } } } };
};
