import type { Activity, Attachment } from 'botbuilder-core';
import { cardText } from '../../cards/cardText.ts';
import type { Card } from '../../cards/elements.ts';

/** An object as JSON without its end, so that more properties can follow. */
function openText(value: object): string {
  const text = JSON.stringify(value).slice(0, -1);
  return text === '{' ? text : `${text},`;
}

const isCard = (content: unknown): content is Card =>
  typeof content === 'object' && content !== null && 'type' in content && content.type === 'AdaptiveCard';

/** A card's attachment, and what stands beside the card; undefined for any other. */
function cardOf({ content, ...about }: Attachment): { readonly content: Card; readonly about: object } | undefined {
  const found: unknown = content;
  return isCard(found) ? { content: found, about } : undefined;
}

/** An activity as JSON; a card is not made into JSON again, which is the most of it. */
export function activityText(activity: Partial<Activity>): string {
  const { attachments = [], ...others } = activity;
  const [attachment, ...more] = attachments;
  const found = attachment === undefined || more.length > 0 ? undefined : cardOf(attachment);
  if (found === undefined) return JSON.stringify(activity);
  return `${openText(others)}"attachments":[${openText(found.about)}"content":${cardText(found.content)}}]}`;
}
