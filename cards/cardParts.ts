import type { CardButton, CardOnScreen } from '../model/cardOnScreen.ts';
import type { Card } from './elements.ts';

type CardNode = Readonly<Record<string, unknown>>;

const isCardNode = (value: unknown): value is CardNode => typeof value === 'object' && value !== null;

const places = ['body', 'items', 'columns', 'inlineAction', 'actions'] as const;

/** Every element and action of a card, as it is read from top to bottom. */
const nodesIn = (value: unknown): CardNode[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isCardNode(value) ? [value, ...places.flatMap((place) => nodesIn(value[place]))] : [];
};

const textsIn = (data: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isCardNode(data) ? data : {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );

const buttonOf = ({ type, title, data }: CardNode): CardButton[] =>
  type === 'Action.Submit' && typeof title === 'string' ? [{ title, data: textsIn(data) }] : [];

const inputOf = ({ type, id, value }: CardNode): [string, string][] =>
  typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string'
    ? [[id, typeof value === 'string' ? value : '']]
    : [];

/** The buttons and inputs of a card. */
export function cardParts(made: Card): CardOnScreen {
  const all = nodesIn(made);
  return { buttons: all.flatMap(buttonOf), inputs: Object.fromEntries(all.flatMap(inputOf)) };
}
