import { below, type Element, type Inline, line, subtle } from './elements.ts';

/** A fact whose value stands beneath its label: a text, or pieces such as a state with its mark. */
interface LabelledFact {
  readonly label: string;
  readonly value: string | readonly Inline[];
}

/** Facts side by side, two in a row, each value beneath its label; the last of an odd number stands alone. */
export function factPairs(facts: readonly LabelledFact[]): Element[] {
  const [first, second, ...others] = facts;
  if (first === undefined) return [];
  if (second === undefined) return factCell(first);
  return [
    {
      type: 'ColumnSet',
      columns: [first, second].map((fact) => ({ type: 'Column' as const, width: 'stretch', items: factCell(fact) })),
    },
    ...factPairs(others),
  ];
}

const factCell = ({ label, value }: LabelledFact): Element[] => [
  line(subtle(label)),
  below(typeof value === 'string' ? line(value) : line(...value)),
];
