/**
 * Memoizes a function of one key: a schema costs more to make than to use. Objects are compared by identity and held
 * weakly; strings are held for good, so there must be few.
 */
export function memoize<K extends object | string, V>(make: (key: K) => V): (key: K) => V {
  const byText = new Map<K, { readonly value: V }>();
  const byObject = new WeakMap<object, { readonly value: V }>();
  return (key) => {
    const known = typeof key === 'string' ? byText.get(key) : byObject.get(key);
    if (known !== undefined) return known.value;
    const made = { value: make(key) };
    if (typeof key === 'string') byText.set(key, made);
    else byObject.set(key, made);
    return made.value;
  };
}

/**
 * Memoizes a function of a text for the texts that came last, at most so many: one message is read in several ways. What else
 * the function is given must follow from the text.
 */
export function memoizeLast<V, A extends readonly unknown[]>(
  most: number,
  make: (text: string, ...others: A) => V,
): (text: string, ...others: A) => V {
  const last = new Map<string, { readonly value: V }>();
  return (text, ...others) => {
    const known = last.get(text);
    if (known !== undefined) return known.value;
    const made = { value: make(text, ...others) };
    for (const oldest of last.keys()) {
      if (last.size < most) break;
      last.delete(oldest);
    }
    last.set(text, made);
    return made.value;
  };
}
