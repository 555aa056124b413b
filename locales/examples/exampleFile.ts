import { existsSync, readFileSync } from 'node:fs';
import type { Locale } from '../translator.ts';
import { isWishKind, type WishKind } from '../wishes.ts';

/** The examples of a language: the lines of `locales/examples/<locale>.txt`, each below the name of its kind, `# order`. */
export function examplesOf(locale: Locale): readonly (readonly [kind: WishKind, text: string])[] {
  const lines = readFileSync(new URL(`./${locale}.txt`, import.meta.url), 'utf8').split('\n');
  let kind: WishKind | undefined;
  return lines.flatMap((line) => {
    if (line.startsWith('# ')) {
      const named = line.slice(2);
      if (!isWishKind(named)) throw new Error(`${locale}.txt has examples of “${named}”, which is no kind of wish`);
      kind = named;
      return [];
    }
    return line === '' || kind === undefined ? [] : [[kind, line] as const];
  });
}

/** The bytes of what the build learned of a script's examples; undefined where the program runs from its sources. */
export function learnedBytes(script: string): Buffer | undefined {
  const file = new URL(`./${script}.learned`, import.meta.url);
  return existsSync(file) ? readFileSync(file) : undefined;
}
