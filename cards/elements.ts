import type {
  IAdaptiveCard,
  IColumnSet,
  IContainer,
  IRichTextBlock,
  IOpenUrlAction,
  ISubmitAction,
  ITextBlock,
  ITextRun,
  CardElement,
} from '@microsoft/teams.cards';

/** A card as it is sent: Adaptive Cards 1.5, buttons that submit, and at most a link that opens a mail. */
export type Card = IAdaptiveCard;

/** One element of a card's body. */
export type Element = CardElement;

/** One line of a read-only list: both texts in the reader's language, `value` possibly a user's own words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A card's title, announced as a heading by screen readers. `text` is a catalogue text, never a user's. */
export const heading = (text: string): ITextBlock => ({
  type: 'TextBlock',
  text,
  style: 'heading',
  size: 'Large',
  weight: 'Bolder',
  wrap: true,
});

/** A smaller heading inside a card; a catalogue text. */
export const subheading = (text: string): ITextBlock => ({
  type: 'TextBlock',
  text,
  style: 'heading',
  size: 'Medium',
  weight: 'Bolder',
  wrap: true,
  spacing: 'Medium',
});

// RichTextBlock is the one element whose runs no client reads as Markdown; renderers still expand {{DATE()}} and
// {{TIME()}} in runs, so an invisible word joiner is put between braces, three in a row too.
const harmless = (text: string): string => text.replaceAll(/\{(?=\{)/g, '{\u2060');

const run = (text: string, look: Partial<ITextRun>): ITextRun => ({ type: 'TextRun', text: harmless(text), ...look });

/** A paragraph; its words are shown as they are, whoever wrote them. */
export const paragraph = (text: string, look: { readonly subtle?: boolean } = {}): IRichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [run(text, look.subtle === true ? { isSubtle: true } : {})],
});

/** A name as lists show it: a long one is cut, because a list of twenty has to stay within a card's size. */
export const shortened = (name: string): string => {
  const characters = Array.from(name);
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : name;
};

/** A line in bold: a name, or what must not be missed. No colour: Teams' warning is a light yellow on white. */
export const strong = (text: string): IRichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [run(text, { weight: 'Bolder' })],
});

/** A value of Partner Center's to be copied, character by character as it is, on a line of its own. */
export const copyable = (text: string): IRichTextBlock => ({
  type: 'RichTextBlock',
  // No joiner between braces here: it would be copied with a password.
  inlines: [{ type: 'TextRun', text, fontType: 'Monospace', weight: 'Bolder' }],
  spacing: 'None',
});

// A full-width colon brings its own room.
const apart = ({ label, value }: Fact): string => (label === '' || label.endsWith('：') ? value : ` ${value}`);

/** Facts, one a line: the label in bold, then the value; an empty one is left out. */
export const factLines = (facts: readonly Fact[]): IRichTextBlock[] =>
  facts.map((fact, index) => ({
    type: 'RichTextBlock',
    // A plain run is written as a bare string: a review of everything has some fifty, and a card's size is bounded.
    inlines: [
      ...(fact.label === '' ? [] : [run(fact.label, { weight: 'Bolder' })]),
      ...(fact.value === '' ? [] : [harmless(apart(fact))]),
    ],
    ...(index === 0 ? {} : { spacing: 'Small' }),
  }));

/** A fault, said in words and not by colour alone. */
export const faultLine = (text: string): IRichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [run(`⚠ ${text}`, { color: 'Attention', weight: 'Bolder' })],
  spacing: 'Small',
});

/**
 * Two things side by side: the first takes the room, the second what it needs. `Center` moves the first beside a button,
 * `Bottom` the second beside an input.
 */
export const row = (
  left: readonly Element[],
  right: readonly Element[],
  alignment: 'Center' | 'Bottom' = 'Center',
): IColumnSet => {
  const moved = { verticalContentAlignment: alignment };
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items: [...left], ...(alignment === 'Center' ? moved : {}) },
      { type: 'Column', width: 'auto', items: [...right], ...(alignment === 'Bottom' ? moved : {}) },
    ],
  };
};

/** Elements that belong together. */
export const group = (items: readonly Element[]): IContainer => ({
  type: 'Container',
  items: [...items],
  separator: true,
  spacing: 'Medium',
});

// A client may take it for SSML, or expand braces in it; a name of a customer's may stand there.
const spoken = (text: string): string => harmless(text).replaceAll('<', '‹').replaceAll('>', '›');

/** A whole card. `summary` is what notifications and screen readers say of it. */
export const card = (
  summary: string,
  body: readonly Element[],
  actions: readonly (ISubmitAction | IOpenUrlAction)[] = [],
): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  speak: spoken(summary),
  body: [...body],
  ...(actions.length === 0 ? {} : { actions: [...actions] }),
  msteams: { width: 'full' },
});
