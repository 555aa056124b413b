import type { Activity } from 'botbuilder';

/** One node of a card's JSON. */
type Node = Readonly<Record<string, unknown>>;

/** A card as it is on the screen. */
export interface ShownCard {
  /** Id of the activity it came with. */
  readonly id: string;
  readonly content: Node;
}

/** A button: its title, and what it sends besides the inputs. */
export interface ShownButton {
  readonly title: string;
  readonly data: Readonly<Record<string, string>>;
}

/** An input: its label, and what stands in it. */
export interface ShownInput {
  readonly type: string;
  readonly label: string;
  readonly value: string;
  /** What stands in it while it is empty. */
  readonly placeholder: string;
  readonly choices: readonly string[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The Adaptive Card of an activity, if it has one. */
export function cardOf(activity: Partial<Activity>): ShownCard | undefined {
  const content: unknown = activity.attachments?.[0]?.content;
  return isNode(content) ? { id: activity.id ?? '', content } : undefined;
}

const parts = ['body', 'items', 'columns', 'inlines', 'inlineAction', 'actions'] as const;

function addNodes(value: unknown, found: Node[]): void {
  if (Array.isArray(value)) for (const one of value) addNodes(one, found);
  if (!isNode(value)) return;
  found.push(value);
  for (const part of parts) if (value[part] !== undefined) addNodes(value[part], found);
}

// A walk over many cards reads each some twenty times; a card that was sent never changes.
const nodesOf = new WeakMap<Node, readonly Node[]>();

/** Every element and action of a card, as it is read from top to bottom. */
function nodes(content: Node): readonly Node[] {
  const known = nodesOf.get(content);
  if (known !== undefined) return known;
  const found: Node[] = [];
  addNodes(content, found);
  nodesOf.set(content, found);
  return found;
}

/** What a RichTextBlock says, without the mark before a state and with plain blanks at dots; a run without looks is a bare text. */
const runs = ({ inlines }: Node): string =>
  (Array.isArray(inlines) ? inlines : [])
    .map((run: unknown) => text(isNode(run) ? run['text'] : run))
    .join('')
    .replace(/●\s/, '')
    .replaceAll('\u00A0· ', ' · ');

/** Every paragraph, heading and fact. */
export const textsOf = (card: ShownCard): string[] =>
  nodes(card.content).flatMap((node) => {
    if (node['type'] === 'TextBlock') return [text(node['text'])];
    return node['type'] === 'RichTextBlock' ? [runs(node)] : [];
  });

/** The first heading. */
export const titleOf = (card: ShownCard): string =>
  text(nodes(card.content).find(({ type, style }) => type === 'TextBlock' && style === 'heading')?.['text']);

/** Passwords: what stands in a typewriter face, to be copied, and is no account. */
export const passwordsOf = (card: ShownCard): string[] =>
  nodes(card.content)
    .filter(({ fontType }) => fontType === 'Monospace')
    .map((run) => text(run['text']))
    .filter((copyable) => !copyable.includes('@'));

/** Inputs by id. */
export const inputsOf = (card: ShownCard): Record<string, ShownInput> =>
  Object.fromEntries(
    nodes(card.content)
      .filter(({ type }) => text(type).startsWith('Input.'))
      .map((node) => [text(node['id']), inputOf(node)]),
  );

function inputOf(node: Node): ShownInput {
  const type = text(node['type']);
  const choices = Array.isArray(node['choices']) ? node['choices'].filter(isNode).map(({ value }) => text(value)) : [];
  const toggle = type === 'Input.Toggle';
  const value = text(node['value']);
  const [label, placeholder] = [text(node[toggle ? 'title' : 'label']), text(node['placeholder'])];
  return { type, label, value: toggle ? value || 'false' : value, placeholder, choices };
}

/** Faults by the input they stand beneath; the one at the top, which may stand again at the end, under an empty name. */
export function faultsOf(card: ShownCard): Record<string, string> {
  const faults: Record<string, string> = {};
  let input = '';
  for (const node of nodes(card.content)) {
    if (text(node['type']).startsWith('Input.')) input = text(node['id']);
    const fault = node['type'] === 'RichTextBlock' && runs(node).startsWith('⚠ ') ? runs(node).slice(2) : undefined;
    if (fault !== undefined && (input === '' || fault !== faults[''])) faults[input] = fault;
  }
  return faults;
}

/** Every button, those beside rows too. */
export const buttonsOf = (card: ShownCard): ShownButton[] =>
  nodes(card.content)
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ title, data }) => ({
      title: text(title),
      data: Object.fromEntries(Object.entries(isNode(data) ? data : {}).map(([name, sent]) => [name, text(sent)])),
    }));

/** Where the buttons lead that send nothing: the link by the title. */
export const linksOf = (card: ShownCard): Record<string, string> =>
  Object.fromEntries(
    nodes(card.content)
      .filter(({ type }) => type === 'Action.OpenUrl')
      .map(({ title, url }) => [text(title), text(url)]),
  );

/** A line of a list: its name, and the word of its state. */
interface StatedName {
  readonly name: string;
  readonly state: string;
}

/** Every line that tells a name and, marked, its state. */
export const statedIn = (card: ShownCard): StatedName[] =>
  nodes(card.content).flatMap(({ inlines }) => {
    const said = (Array.isArray(inlines) ? inlines : []).map((run: unknown) => text(isNode(run) ? run['text'] : run));
    const at = said.findIndex((run) => run.startsWith('●'));
    if (at < 1) return [];
    const [name, state] = [said.slice(0, at), said.slice(at)].map((part) => part.join('').replace('●', '').trim());
    return name === undefined || name === '' ? [] : [{ name, state: state ?? '' }];
  });
