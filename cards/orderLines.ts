import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../locales/words.ts';
import { refusalOf } from '../partner-center/fault.ts';
import type { OrderedOffer } from '../storage/stages.ts';
import { factLines, type Element, type Fact } from './elements.ts';
import { correlationLines, refusalLine, refusalLines } from './reasons.ts';

type LineFault = NonNullable<OrderedOffer['fault']>;

/** Reasons that are told on lines of their own; fifteen lines, each refused for another reason, must fit on a card. */
const mostApart = 4;

/** Characters of Partner Center's sentences on one card where there are more. */
const mostSaid = 1_200;

/**
 * Ordered offers, each with what became of it in words; behind those that were not bought stands why, once for lines next
 * to each other that were refused alike.
 */
export function orderLines(
  lines: readonly OrderedOffer[],
  stateOf: (line: OrderedOffer) => string,
  words: Words,
): Element[] {
  const faults = lines.map(({ fault }, index) =>
    fault !== undefined && isDeepStrictEqual(fault, lines[index + 1]?.fault) ? undefined : fault,
  );
  const told = faults.filter((fault) => fault !== undefined);
  const [whyNot, ...below] = told.length <= mostApart ? [apart(words)] : together(told, words);
  const facts = factLines(lines.map((line) => factOf(line, stateOf(line), words)));
  return [
    ...facts.flatMap((fact, index) => {
      const fault = faults[index];
      return fault === undefined ? [fact] : [fact, ...whyNot(fault)];
    }),
    ...below,
  ];
}

const apart =
  (words: Words) =>
  (fault: LineFault): Element[] =>
    refusalLines(refusalOf(fault), words);

/** A line a reason, as long as there is room; the id of a call that they all come from stands once, below them. */
function together(
  told: readonly LineFault[],
  words: Words,
): [whyNot: (fault: LineFault) => Element[], ...below: Element[]] {
  const room = Math.floor(mostSaid / told.length);
  const ids = new Set(told.map(({ correlationId }) => correlationId));
  const [id] = ids.size === 1 ? ids : [];
  const whyNot = (fault: LineFault): Element[] => {
    const refusal = refusalOf(fault);
    return [refusalLine(id === undefined ? refusal : { ...refusal, correlationId: undefined }, words, room)];
  };
  return id === undefined ? [whyNot] : [whyNot, ...correlationLines(id, words)];
}

function factOf({ offerName, quantity, unit }: OrderedOffer, state: string, words: Words): Fact {
  const counted = quantity === undefined ? [] : [words.say(`count.${unit}`, { n: quantity })];
  return { label: words.t('form.fact', { label: offerName }), value: [...counted, state].join(' · ') };
}
