/**
 * Every language the conversation speaks, in the order the language card shows them. A language added here does not
 * compile until it has all its words; `docs/changing.md` lists the files.
 */
export const locales = ['en', 'zh-TW', 'zh-CN', 'ru'] as const;

/** A language the conversation speaks. */
export type Locale = (typeof locales)[number];
