/** Kinds of corrections of what an open card holds. */
export const correctionKinds = [
  'fewer',
  'more',
  'to',
  'double',
  'remove',
  'back',
  'removeAt',
  'swap',
  'plan',
  'place',
  'called',
  'field',
  'wrong',
  'alike',
  'clear',
  'goTo',
  'otherSigner',
  'sameSigner',
  'addressOf',
  'takeOther',
  'same',
  'bundle',
  'resume',
] as const;

/**
 * A kind of correction; `double` wants twice as many, `back` puts a line in once more, `removeAt` takes one out by its place, `swap` puts {c} in the
 * place of {p}, `plan` says a billing or a term, `place` chooses an entry, `called` one by its offer {p}, `alike` is for {c} what {x} has, `wrong` says that what an input holds is not
 * right, `clear` empties an input, `goTo` opens its card again, `addressOf` takes the address of the customer {c}, `takeOther` wants
 * another value in an input's place, `same` is for another customer, `resume` goes on with a draft.
 */
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
  /** Words that put an answer off: “wait”, “not yet”. */
  readonly later: string;
  /** Words that say another one was meant than is shown: “wrong customer”, “I meant”. */
  readonly otherOne: string;
  /** Texts that go on with the open form, or send it: “go on”, “that’s all”, “send it”; with `beside` among them. */
  readonly ahead: string;
  readonly beside: string;
  /** Words that a title is said with or without: “the”. */
  readonly articles: string;
  /** Endings of a label in a sentence, with those that it is written with: `ю=я`. */
  readonly endings: string;
  /** Endings of a city behind a preposition, with those of its name: `ани=ань`. */
  readonly placeEndings: string;
  /** Ordinals with their numbers, `second=2`; the last is -1. */
  readonly ordinals: string;
  /** Billings and terms of an offer, `monthly=monthly`, `3 years=P3Y`. */
  readonly plans: string;
  /** Texts that put {c} into the place of {x}: “{c} not {x}”. */
  readonly contrast: string;
  /** Words between an input’s label and its value: “is”. */
  readonly between: string;
  /** Beginnings of texts that say something of a value, and are none: “is taken”; in Chinese they stand anywhere. */
  readonly noValue: string;
  /** What stands before an address in a sentence: “they moved to”. */
  readonly beforeAddress: string;
  /** Words for the signer of the agreement. */
  readonly signer: string;
  /** Parts of the form by what they are called, `contact=contact`, where no input is called so. */
  readonly parts: string;
  /** Further labels of inputs with their names, `name=companyName`; and labels with a customer’s name to look for. */
  readonly labels: string;
  readonly searched: string;
  /** Words that ask whether an input must be filled in; with an input’s label among others. */
  readonly needed: string;
  /** Texts that say that the customer accepted, with {c} for the day. */
  readonly signed: string;
  /** Days by how many days ago they were, `yesterday=1`, and days of the week, `friday=5`, with what stands before them. */
  readonly daysAgo: string;
  readonly weekdays: string;
  readonly beforeDay: string;
  /** Texts that ask for the next page of a list. */
  readonly nextPage: string;
  /** Texts that ask for the page before it. */
  readonly previousPage: string;
  /** Texts that ask which rows of a file are wrong. */
  readonly faults: string;
  /** Texts by which none of the choices is meant. */
  readonly none: string;
  /** Texts that ask for the same once more, and for no customer. */
  readonly again: string;
  /** Words for the customer of the open card: “them”. */
  readonly them: string;
  /** Texts that ask for the bundles. */
  readonly bundles: string;
}
