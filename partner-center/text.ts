const blanks = /[\s\u200B\u2060]+/gu;

/** Text as it is kept: NFC, no blanks at its ends, white space inside (line breaks and tabs too) as one blank. */
export const cleanText = (text: string): string => text.normalize('NFC').replace(blanks, ' ').trim();

// Embeddings, overrides and isolates can make a name read as another one; plain direction marks and joiners are ordinary writing.
const unsafe = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/** What no text of a user may hold: control, bidi-override and lone surrogate characters. White space is no fault. */
export const textFault = (text: string): 'control-characters' | undefined =>
  unsafe.test(cleanText(text)) ? 'control-characters' : undefined;

/** A pattern, from a table or the service, with or without anchors, that matches whole texts only. */
export const wholePattern = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** Does the pattern match the whole text? */
export const matchesWhole = (pattern: RegExp, text: string): boolean =>
  new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, '')).test(text);
