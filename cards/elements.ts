import { cardText } from './cardText.ts';
import type {
  CardElement,
  IActionSet,
  IAdaptiveCard,
  IColumnSet,
  IContainer,
  IOpenUrlAction,
  IRichTextBlock,
  ISubmitAction,
  ITextBlock,
  ITextRun,
} from '@microsoft/teams.cards';
import { defined } from '../lib/optional.ts';

/** A card as it is sent: Adaptive Cards 1.5, buttons that submit, and at most a link that opens a mail. */
export type Card = IAdaptiveCard;

/** One element of a card's body. */
export type Element = CardElement;

/** One line of a read-only list: both texts in the reader's language, `value` possibly a user's own words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Stands out before the value: a name, or the product bought. */
  readonly name?: string;
  /** The colour of a value that is a state, which is then marked by a sign. */
  readonly tone?: Tone;
}

/** A card's title, announced as a heading by screen readers. `text` comes from a catalogue, never from a user. */
export const heading = (text: string): ITextBlock => ({
  type: 'TextBlock',
  text,
  style: 'heading',
  size: 'Large',
  weight: 'Bolder',
  wrap: true,
});

/** A smaller heading inside a card; its text comes from a catalogue. */
export const subheading = (text: string): ITextBlock => ({
  type: 'TextBlock',
  text,
  style: 'heading',
  size: 'Medium',
  weight: 'Bolder',
  wrap: true,
  spacing: 'Medium',
});

/** The text without what renderers expand even in runs, {{DATE()}}: a word joiner is put between braces, three too. */
export const withoutTemplates = (text: string): string => text.replaceAll(/\{(?=\{)/g, '{\u2060');

/** A text as it is shown: literally, and with the dots between its facts at the end of a line, never at the beginning. */
const shown = (text: string): string => withoutTemplates(text).replaceAll(' · ', '\u00A0· ');

const textRun = (text: string, look: Partial<ITextRun>): ITextRun => ({
  type: 'TextRun',
  text: shown(text),
  ...look,
});

/** A piece of a line: plain text, or a run with a look of its own. */
export type Inline = string | ITextRun;

/** A piece in bold: a name, or a value that is looked for. */
export const bold = (text: string): ITextRun => textRun(text, { weight: 'Bolder' });

/** A piece that stands back: a label, or what explains the rest of its line. */
export const subtle = (text: string): ITextRun => textRun(text, { isSubtle: true });

/** Colours of a state: well, waiting or ending, at fault, under way, and none of these. */
export type Tone = 'Good' | 'Warning' | 'Attention' | 'Accent' | 'Default';

/** A state as a coloured ● and its word, which alone says what it is; no line ends between them. */
export const stateMark = (tone: Tone, word: string): Inline[] => [
  // A light Warning is yellow in Teams: the word keeps the colour of text.
  { type: 'TextRun', text: '●', ...(tone === 'Default' ? { isSubtle: true } : { color: tone }) },
  `\u00A0${word}`,
];

/** A line of several pieces. Each is shown literally, even a user's text; a plain one is written as a bare string. */
export const line = (...pieces: readonly Inline[]): IRichTextBlock => ({
  type: 'RichTextBlock',
  inlines: pieces.map((piece) => (typeof piece === 'string' ? shown(piece) : piece)),
});

/** A paragraph. Its text is shown literally, even a user's. */
export const paragraph = (text: string, look: { readonly subtle?: boolean } = {}): IRichTextBlock => ({
  type: 'RichTextBlock',
  inlines: [textRun(text, look.subtle === true ? { isSubtle: true } : {})],
});

/** The line right beneath another one. */
export const below = (element: IRichTextBlock): IRichTextBlock => ({ ...element, spacing: 'None' });

/** A text cut to that many characters. */
export const cutTo = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
};

/** A name for lists, cut to 80 characters: a list of twenty has to stay within a card's size. */
export const shortened = (name: string): string => cutTo(name, 80);

/** A line in bold: a name, or a warning. No colour: Teams' warning is a light yellow on white. */
export const strong = (text: string): IRichTextBlock => line(bold(text));

/** A value from Partner Center to be copied, character by character, on a line of its own; a large one if asked. */
export const copyable = (text: string, look: { readonly large?: boolean } = {}): IRichTextBlock => ({
  type: 'RichTextBlock',
  // No joiner between braces here: it would be copied with a password.
  inlines: [
    {
      type: 'TextRun',
      text,
      fontType: 'Monospace',
      weight: 'Bolder',
      ...(look.large === true ? { size: 'Large' as const } : {}),
    },
  ],
  spacing: 'None',
});

/** The pieces of a fact: the label with its space, which a full-width colon already includes, the name, the value. */
function factPieces({ label, name = '', value, tone }: Fact): Inline[] {
  const space = label === '' || label.endsWith('：') ? '' : ' ';
  const named = [...(label === '' ? [] : [subtle(`${label}${space}`)]), ...(name === '' ? [] : [bold(name)])];
  if (tone !== undefined) return [...named, ...(name === '' ? [] : [' ']), ...stateMark(tone, value)];
  if (name === '') return [...(label === '' ? [] : [subtle(label)]), ...(value === '' ? [] : [`${space}${value}`])];
  return [...named, ...(value === '' ? [] : [` · ${value}`])];
}

/** Lines that belong together, each right beneath the one before. */
export const stacked = (lines: readonly IRichTextBlock[]): IRichTextBlock[] =>
  lines.map((one, index) => (index === 0 ? one : below(one)));

/** Facts, one a line: the label stands back, the value does not; an empty one is left out. */
export const factLines = (facts: readonly Fact[]): IRichTextBlock[] =>
  stacked(facts.map((fact) => line(...factPieces(fact))));

/** A line for a fault, marked by a sign and not by colour alone; what is said of it after that does not stand out. */
export const faultLine = (text: string, ...more: readonly Inline[]): IRichTextBlock => ({
  ...line(textRun(`⚠ ${text}`, { color: 'Attention', weight: 'Bolder' }), ...more),
  spacing: 'Small',
});

/**
 * Two things side by side: the first takes the room, the second what it needs. `Center` moves the first beside a button,
 * `Bottom` the second beside an input; `Top` leaves both where they are.
 */
export const row = (
  left: readonly Element[],
  right: readonly Element[],
  alignment: 'Top' | 'Center' | 'Bottom' = 'Center',
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

/** A text beside an input, in the middle of its box, which is 32 pixels high in every client. */
export const besideInput = (text: string): IContainer => ({
  type: 'Container',
  minHeight: '32px',
  verticalContentAlignment: 'Center',
  items: [paragraph(text)],
});

/**
 * Two inputs side by side, each with its faults beneath it. Never three: Teams on a phone leaves some 300 pixels for all
 * of them, and there is no other layout for it that the library knows (`targetWidth` is Teams' own).
 */
export const inputPair = (left: readonly Element[], right: readonly Element[]): IColumnSet => {
  // Where one label needs two lines the inputs still stand beside each other, unless a fault is beneath one of them.
  const moved = left.length === 1 && right.length === 1 ? { verticalContentAlignment: 'Bottom' as const } : {};
  return {
    type: 'ColumnSet',
    columns: [left, right].map((items) => ({ type: 'Column' as const, width: 'stretch', items: [...items], ...moved })),
  };
};

/** The first line of a card: its title, and beside it a word on where it stands, e.g. “Step 2 of 5”. */
export const headingRow = (text: string, beside: string): IColumnSet =>
  row([heading(text)], [paragraph(beside, { subtle: true })]);

/** Elements that belong together. */
export const group = (items: readonly Element[]): IContainer => ({
  type: 'Container',
  items: [...items],
  separator: true,
  spacing: 'Medium',
});

/** Elements on a ground of their own: what the card is for. */
export const emphasis = (items: readonly Element[]): IContainer => ({
  type: 'Container',
  style: 'emphasis',
  items: [...items],
});

// A client may read it as SSML or expand braces in it, and a customer's name may be part of it.
const speakText = (text: string): string => withoutTemplates(text).replaceAll('<', '‹').replaceAll('>', '›');

/** A whole card, its tooltips only where it has room for them. `summary` is the text of notifications and screen readers. */
export const card = (
  summary: string,
  body: readonly Element[],
  actions: readonly (ISubmitAction | IOpenUrlAction)[] = [],
): Card => {
  const made: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    speak: speakText(summary),
    body: [...body],
    ...(actions.length === 0 ? {} : { actions: [...actions] }),
    msteams: { width: 'full' },
  };
  return fitsSizeLimit(made) ? made : withoutProperties(made, new Set(['tooltip']));
};

/** Data a button sends besides the card's inputs. `verb` names the action, `token` the card it stands on. */
export interface PressData {
  readonly verb: string;
  readonly token?: string;
  readonly [name: string]: string | undefined;
}

/** Data of a button that does the same as a typed command. */
export const command = (name: string) => ({ verb: 'command', argument: name });

/** A button. Teams' own "your response was sent" is hidden: the next card is the answer. */
export const button = (title: string, data: PressData, primary = false): ISubmitAction => ({
  type: 'Action.Submit',
  title,
  ...(primary ? { style: 'positive' as const } : {}),
  data: { ...data },
  msteams: { feedback: { hide: true } },
});

/** A button that takes something away; it stands last, away from the recommended one. */
export const dangerButton = (title: string, data: PressData): ISubmitAction => ({
  ...button(title, data),
  style: 'destructive',
});

/**
 * Button that opens a mail, the only kind that sends nothing. Teams has refused `mailto:` here at times (bot-docs issue
 * 2087), so the mail must stand on the card to be copied as well.
 */
export const mailButton = (title: string, url: string): IOpenUrlAction => ({ type: 'Action.OpenUrl', title, url });

/** Buttons in the body, beside the text they belong to. */
export const buttons = (...actions: (ISubmitAction | IOpenUrlAction)[]): IActionSet => ({ type: 'ActionSet', actions });

/** Maximum size of a card in bytes, counted as UTF-16: Teams refuses larger ones. */
const maxCardBytes = 28 * 1024;

/** True for a card that Teams accepts. */
export const fitsSizeLimit = (made: Card): boolean => cardText(made).length * 2 <= maxCardBytes;

/**
 * Properties that are only decoration, in the order in which they are dropped: first wider spacing and the setting that
 * hides Teams' own "your response was sent", then bold and subtle.
 */
const decorations = [
  ['spacing', 'msteams'],
  ['weight', 'isSubtle'],
] as const;

/** The card as it is or, if it is too large, without its decoration: a last resort where as much is told as there can be. */
export const fitToSizeLimit = (made: Card): Card =>
  decorations.reduce<Card>(
    (card, names) => (fitsSizeLimit(card) ? card : withoutProperties(card, new Set(names))),
    made,
  );

/** Number of attempts to make a card smaller; the card made in an attempt may leave out more each time. */
export const fittingAttempts = 5;

/** The first of these cards that fits; the last without its decoration where none does. `make` counts from 0. */
export function firstFitting(make: (attempt: number) => Card, attempt = 0): Card {
  const made = make(attempt);
  if (fitsSizeLimit(made)) return made;
  return attempt + 1 < fittingAttempts ? firstFitting(make, attempt + 1) : fitToSizeLimit(made);
}

function withoutProperties(card: Card, names: ReadonlySet<string>): Card {
  const lean = JSON.stringify(card, (name, value: unknown) => (names.has(name) ? undefined : value));
  // The JSON is a card with fewer properties; the card's own `msteams` is put back.
  return { ...(JSON.parse(lean) as Card), ...defined({ msteams: card.msteams }) };
}
