import { below, type Element, heading, paragraph, strong } from './elements.ts';

/**
 * The first lines of a card about something with a name: the card's title and, right beneath it, that name, then what
 * of it is meant, such as one of a customer's subscriptions.
 */
export const titleLines = (title: string, name: string, part?: string): Element[] => [
  heading(title),
  below(strong(name)),
  ...(part === undefined ? [] : [below(paragraph(part))]),
];
