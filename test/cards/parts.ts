import type { Card } from '../../cards/elements.ts';

/** One node of a card: an element, a column, a run, an action or a choice. */
type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every node of a card, from top to bottom; what buttons send is none. */
export function parts(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (!isPart(value)) return [];
  const { body, items, columns, inlines, choices, actions, fallback } = value;
  return [value, ...[body, items, columns, inlines, choices, actions, fallback].flatMap(parts)];
}

const texts = (part: Part, ...names: string[]): string[] =>
  names.flatMap((name) => (typeof part[name] === 'string' ? [part[name]] : []));

/** What stands inside RichTextBlocks: the one place for a user's own words. */
export const runs = (card: Card): string[] =>
  parts(card).flatMap(({ inlines }) =>
    (Array.isArray(inlines) ? inlines : []).flatMap((run: unknown) =>
      typeof run === 'string' ? [run] : isPart(run) ? texts(run, 'text') : [],
    ),
  );

/** What clients may read as Markdown, or say as a label: everything written but runs and the inputs' own values. */
export const labels = (card: Card): string[] =>
  parts(card).flatMap((part) =>
    part['type'] === 'TextRun' ? [] : texts(part, 'text', 'title', 'label', 'placeholder', 'errorMessage', 'altText'),
  );

/** Every input. */
export const inputs = (card: Card): Part[] =>
  parts(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));

/** Every action, in the body and in the bar. */
export const actions = (card: Card): Part[] =>
  parts(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
