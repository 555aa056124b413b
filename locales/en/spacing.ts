/** An English date within which no line ends: it is read as one. A duration stays as it is written. */
export const englishDate = (text: string): string =>
  text.replace(/(?<=\p{Script=Latin}) (?=\d)|(?<=,) (?=\d)/gu, '\u00A0');
