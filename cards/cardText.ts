const texts = new WeakMap<object, string>();

/** A card as JSON, made once: its size is asked before it is sent. A card is not changed after it was made. */
export function cardText(made: object): string {
  const known = texts.get(made);
  if (known !== undefined) return known;
  const text = JSON.stringify(made);
  texts.set(made, text);
  return text;
}
