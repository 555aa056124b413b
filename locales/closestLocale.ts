/** The script of a client's tag, or the usual one of its language; undefined for a malformed tag. */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}

const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/**
 * The language for a client's tag, out of these: the one of the same language and script, such as Traditional Chinese
 * for zh-HK; without a script, or for a malformed tag, that of the language's usual script; else `fallback`. It imports
 * nothing, so that the chat page's browser can load it.
 */
export function closestLocale<L extends string>(tag: string, locales: readonly L[], fallback: L): L {
  // The tags of older Windows name the script itself.
  const plain = tag.replaceAll('_', '-').replace(/^zh-cht$/i, 'zh-Hant');
  const alike = locales.filter((one) => languageOf(one) === languageOf(plain));
  // Every message has a tag, and asking for scripts is slow: only Chinese is written in two.
  if (alike.length < 2) return alike[0] ?? fallback;
  const inScript = (script: string | undefined) => alike.find((one) => scriptOf(one) === script);
  return inScript(scriptOf(plain)) ?? inScript(scriptOf(languageOf(plain))) ?? alike[0] ?? fallback;
}
