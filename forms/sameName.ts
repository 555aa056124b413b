const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, '');

/** Is it the same name, whatever its case, its blanks, and how its characters are composed? An empty one is none. */
export const isSameName = (one: string, other: string): boolean => plain(one) !== '' && plain(one) === plain(other);
