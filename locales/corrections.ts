/** Kinds of corrections of what an open card holds. */
export const correctionKinds = ['fewer', 'more', 'to', 'remove', 'back', 'place', 'field', 'same', 'bundle'] as const;

/** A kind of correction; `back` puts a line in once more, `place` chooses an entry, `same` is for another customer. */
export type CorrectionKind = (typeof correctionKinds)[number];

/**
 * Short texts that are meant for the card that is open, of one language, with bars between them. Patterns are written as
 * in `SentenceWords`; {c} is a customer or the new value of an input, {x} an input's label, a bundle's name or an ordinal.
 */
export interface CorrectionWords extends Readonly<Record<CorrectionKind, string>> {
  /** Words before a correction that say nothing themselves: “no, I meant”. */
  readonly openers: string;
  /** Words behind one that say nothing themselves: “instead”. */
  readonly closers: string;
  /** Words that stand before a button’s title: “press”, “yes”. */
  readonly pressing: string;
  /** Words that answer a card’s question, alone or before more: “yes”, “no”. */
  readonly yes: string;
  readonly no: string;
  /** Texts that go on with the open form, or send it: “go on”, “that’s all”, “send it”; with `beside` among them. */
  readonly ahead: string;
  readonly beside: string;
  /** Words that a title is said with or without: “the”. */
  readonly articles: string;
  /** Endings of a label in a sentence, with those that it is written with: `ю=я`. */
  readonly endings: string;
  /** Ordinals with their numbers, `second=2`; the last is -1. */
  readonly ordinals: string;
  /** Texts that ask for the bundles. */
  readonly bundles: string;
}
