import * as z from 'zod';

/** One button of a card: its title, and the texts it sends. */
export interface CardButton {
  readonly title: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The parts of a card by which a typed text can be meant for it: its buttons from top to bottom, and the numbers in its inputs as they were shown. */
export interface CardOnScreen {
  readonly buttons: readonly CardButton[];
  readonly inputs: Readonly<Record<string, string>>;
  /** Id of the job whose result comes next, where nothing else was shown since that began. */
  readonly job?: string;
  /** Id of the job whose result it is. */
  readonly resultOf?: string;
}

/**
 * Schema of the card shown last. Not an object of records: every write would check dozens of texts, and a card that is
 * not of this form is only not understood.
 */
export const cardOnScreen = z.custom<CardOnScreen>(
  (stored) =>
    typeof stored === 'object' &&
    stored !== null &&
    'buttons' in stored &&
    Array.isArray(stored.buttons) &&
    'inputs' in stored &&
    typeof stored.inputs === 'object' &&
    stored.inputs !== null,
);
