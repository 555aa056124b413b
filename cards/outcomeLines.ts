import { below, type Element, factLines } from './elements.ts';

/** The result of one of several things: its name, what became of it, and the lines that say why. */
export interface OutcomeLine {
  readonly name: string;
  readonly state: string;
  readonly why?: readonly Element[];
}

/** Lines that stand closer to each other than to those around them. */
const closely = (elements: readonly Element[]): Element[] =>
  elements.map((one, index) => (index === 0 ? one : { ...one, spacing: 'None' as const }));

/** Lines of several results, one a line; what is said of one stands close to it, and apart from the next. */
export const outcomeLines = (outcomes: readonly OutcomeLine[]): Element[] =>
  outcomes.flatMap(({ name, state, why = [] }, index) => {
    const isClose = index > 0 && (outcomes[index - 1]?.why ?? []).length === 0;
    const lines = factLines([{ label: '', name, value: state }]);
    return [...(isClose ? lines.map(below) : lines), ...closely(why)];
  });
