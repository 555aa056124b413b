/** Input values of one card by the input's id. */
export type InputValues = Readonly<Record<string, string>>;

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Storage key of every conversation's unsent inputs: they go with the browser's tab. */
const storageKey = (conversation: string): string => `inputs ${conversation}`;

function stored(conversation: string): Record<string, InputValues> {
  const json = sessionStorage.getItem(storageKey(conversation));
  return json ? (JSON.parse(json) as Record<string, InputValues>) : {};
}

/**
 * The name under which a card's inputs are kept: its draft and section, so that the section's next card has them too;
 * any other card's is its message.
 */
export function inputsName(content: unknown, message: string): string {
  const token = tokens(content)[0]?.split('.');
  return token?.length === 3 ? `${String(token[0])}.${String(token[2])}` : message;
}

/** Tokens that a card's buttons send. */
function tokens(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(tokens);
  if (!isNode(part)) return [];
  const { data, actions, body, items, columns } = part;
  const own = isNode(data) && typeof data['token'] === 'string' ? [data['token']] : [];
  return [...own, ...[actions, body, items, columns].flatMap(tokens)];
}

/** Keeps what was typed into a card and not sent; without any value, nothing is kept of it. */
export function keepUnsent(conversation: string, name: string, values: InputValues): void {
  const { [name]: _former, ...others } = stored(conversation);
  const kept = Object.keys(values).length === 0 ? others : { ...others, [name]: values };
  sessionStorage.setItem(storageKey(conversation), JSON.stringify(kept));
}

/** Unsent values of a card's inputs. */
export const unsent = (conversation: string, name: string): InputValues => stored(conversation)[name] ?? {};

/** The card's content with those values in its inputs. */
export function withInputs(part: unknown, values: InputValues): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => withInputs(one, values));
  if (!isNode(part)) return part;
  const { type, id } = part;
  const value = typeof id === 'string' && Object.hasOwn(values, id) ? values[id] : undefined;
  if (typeof type === 'string' && type.startsWith('Input.') && value !== undefined) return { ...part, value };
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, withInputs(inner, values)]));
}

/** The values that a card's inputs begin with. */
export function firstValues(part: unknown): InputValues {
  if (Array.isArray(part)) return Object.assign({}, ...part.map(firstValues)) as InputValues;
  if (!isNode(part)) return {};
  const { type, id, value, body, items, columns } = part;
  if (typeof type !== 'string' || !type.startsWith('Input.') || typeof id !== 'string')
    return firstValues([body, items, columns].filter((one) => one !== undefined));
  const first = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return { [id]: type === 'Input.Toggle' && first === '' ? 'false' : first };
}

/** Those of the values that differ from the first ones. */
export const changedValues = (values: InputValues, first: InputValues): InputValues =>
  Object.fromEntries(Object.entries(values).filter(([id, value]) => value !== (first[id] ?? '')));
