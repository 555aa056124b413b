import { en } from '../../locales/en/index.ts';
import { locales } from '../../locales/translator.ts';
import { words, type MessageKey } from '../../locales/words.ts';
import { buttonsOf, inputsOf, titleOf, type ShownButton, type ShownCard } from '../cardReading.ts';
import { nameOf, type Client, type Typed } from '../client.ts';

/** One thing a person can do: press a button with something typed, or type a command. */
export interface Deed {
  readonly name: string;
  /** What the button sends; undefined for what is typed. */
  readonly verb?: string;
  run(user: Client): Promise<void>;
}

/** A card with buttons, and what can be done there. */
export interface Place {
  /** Its title and its buttons, in no language. */
  readonly name: string;
  readonly card: ShownCard;
  readonly deeds: readonly Deed[];
}

/** What is typed into a card's inputs; what is not named stays as it is. */
export type Fill = (card: ShownCard) => Typed;

const keys = new Map(
  locales.flatMap((locale) =>
    (Object.keys(en) as MessageKey[]).map((key): [string, MessageKey] => [words(locale).say(key), key]).reverse(),
  ),
);

/** The catalogues' key of a text, in whichever language. */
export const keyOf = (text: string): MessageKey | undefined => keys.get(text);

// Ids and numbers differ each time; the names of commands, sections and languages do not.
const kindOf = (argument: string): string => (/^[A-Za-z-]{1,20}$/.test(argument) ? argument : '…');

/** A button in no language, without what it is about. */
const kindOfButton = ({ title, data: { verb = '' } }: ShownButton): string => `${keyOf(title) ?? '…'} ${verb}`;

const deedOf = (button: ShownButton): string => {
  const { argument = '' } = button.data;
  return argument === '' ? kindOfButton(button) : `${kindOfButton(button)} ${kindOf(argument)}`;
};

/** The places these cards are; those without a button are none. */
export const placesOf = (cards: readonly ShownCard[], fill: Fill): Place[] =>
  cards
    .filter((card) => buttonsOf(card).length > 0)
    .map((card) => ({
      name: `${keyOf(titleOf(card)) ?? '…'}: ${[...new Set(buttonsOf(card).map(kindOfButton))].join(', ')}`,
      card,
      deeds: deedsOn(card, fill),
    }));

/** Every different button of a card, with its inputs filled in; what goes on, also as it stands and with each choice. */
function deedsOn(card: ShownCard, fill: Fill): Deed[] {
  const different = new Map(buttonsOf(card).map((button) => [deedOf(button), button]));
  return [...different].flatMap(([name, button]) => {
    const filled = fill(card);
    if (button.data['verb'] !== 'next') return [pressing(name, button, card, filled)];
    return [
      pressing(`${name} as it stands`, button, card, {}),
      pressing(name, button, card, filled),
      ...choicesOn(card).map(([id, choice]) =>
        pressing(`${name} with ${kindOf(id)} ${kindOf(choice)}`, button, card, { ...filled, [id]: choice }),
      ),
    ];
  });
}

function pressing(name: string, button: ShownButton, card: ShownCard, typed: Typed): Deed {
  return { name, verb: button.data['verb'] ?? '', run: (user) => user.press(nameOf(button), typed, card) };
}

/** Each choice of a short list. */
const choicesOn = (card: ShownCard): [string, string][] =>
  Object.entries(inputsOf(card)).flatMap(([id, { choices }]) =>
    choices.length > 4 ? [] : choices.map((choice): [string, string] => [id, choice]),
  );
