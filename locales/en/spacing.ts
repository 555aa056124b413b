/** An English date whose month and day stay on one line. */
export const englishDate = (text: string): string => text.replace(/(?<=\p{Script=Latin}) (?=\d)/gu, '\u00A0');
