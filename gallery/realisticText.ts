import type { Card } from '../cards/elements.ts';
import { mark, planted } from './hostileText.ts';
import type { Shown } from './shownCard.ts';

/** Texts that people write, each by the length of the hostile texts that stand in its place. */
const usual: readonly (readonly [maximum: number, text: string])[] = [
  [20, '25'],
  [24, 'Lima'],
  [30, 'Office 365 Enterprise E3'],
  [40, 'Asked for by the partner'],
  [50, 'Lima'],
  [60, 'Microsoft 365 Apps'],
  [80, 'Blue Wave Trading and Logistics GmbH'],
  [100, 'Microsoft 365 Business Premium'],
  [200, '12 Harbour Street'],
  [240, 'ana.lima'],
  [254, 'www.bluewave.example'],
  [256, 'Blue Wave Trading and Logistics GmbH'],
  [290, 'The license limit of this customer is reached'],
  [300, 'The address does not exist in this city'],
  [Infinity, 'Blue Wave GmbH'],
];

const longest = planted(4000);

/** Characters that a card shows in another form than they were typed in: what is spoken is no markup. */
const typed: Readonly<Record<string, string>> = { '‹': '<', '›': '>' };

/** Length of the hostile text at the beginning of this one, and of what it was cut from. */
function hostileLength(text: string): { shown: number; planted: number } {
  let [shown, length] = [0, 0];
  for (;;) {
    const next = text.charAt(shown);
    if (next !== '' && (typed[next] ?? next) === longest.charAt(length)) length += 1;
    // A run has a joiner between braces, and a list cuts a name.
    else if (next !== '\u2060' && next !== '…') return { shown, planted: length };
    shown += 1;
  }
}

/** The text with what people write in place of each hostile text in it. */
export function realisticText(text: string): string {
  const at = text.indexOf(mark);
  if (at < 0) return text;
  const { shown, planted: length } = hostileLength(text.slice(at));
  // A blank behind a whole text is ours, though the text could go on with one.
  const isBlankOurs = text.charAt(at + shown - 1) === ' ' && usual.some(([maximum]) => maximum === length - 1);
  const most = isBlankOurs ? length - 1 : length;
  const [, common = ''] = usual.find(([maximum]) => most <= maximum) ?? [];
  const rest = text.slice(at + shown - (length - most));
  const instead = /^\.(?:partner\.)?onm/.test(rest) ? 'bluewavetrading' : common;
  return text.slice(0, at) + instead + realisticText(rest);
}

/** The card with what people write in place of its hostile texts: to judge its looks by. */
export const withRealisticText = (card: Card): Card =>
  // The JSON is the same card with other texts.
  JSON.parse(JSON.stringify(card), (_name, value: unknown) =>
    typeof value === 'string' ? realisticText(value) : value,
  ) as Card;

/** The cards as they are, and each that has hostile texts once more with what people write. */
export const withBothTexts = (shown: readonly Shown[]): readonly Shown[] =>
  shown.flatMap(({ name, card }) =>
    JSON.stringify(card).includes(mark)
      ? [
          { name, card },
          { name: `realistic ${name}`, card: withRealisticText(card) },
        ]
      : [{ name, card }],
  );
