/**
 * Every cloud a partner's customers live in. A cloud added here does not compile until its features, its addresses and
 * its words are known; `docs/changing.md` lists the files.
 */
export const cloudIds = ['global', 'usGovernment', 'germany', 'china'] as const;

/** A cloud a partner's customers live in. */
export type CloudId = (typeof cloudIds)[number];
