const han = /\p{Script=Han}/gu;

/** The 6,763 characters of GB 2312, which nearly all names are written with once they are simplified. */
function usualCharacters(): string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  return characters;
}

let knownRanks: ReadonlyMap<string, string> | undefined;

/** Rank of each usual character by sound, encoded as a character; computed at the first Chinese name. */
const ranksBySound = (): ReadonlyMap<string, string> =>
  (knownRanks ??= new Map(
    usualCharacters()
      .sort(new Intl.Collator('zh-u-co-pinyin').compare)
      .map((character, place) => [character, String.fromCodePoint(0x4e00 + place)]),
  ));

/**
 * A folded text encoded so that sorting by code points follows Chinese reading order: Han characters by sound, after
 * all other letters, rare characters last.
 */
export function pinyinKey(text: string): string {
  if (text.search(han) < 0) return text;
  const known = ranksBySound();
  return text.replaceAll(han, (character) => known.get(character) ?? `\u9FFF${character}`);
}
