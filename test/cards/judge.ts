import { AC } from './adaptivecards.ts';
import type { Card } from '../../cards/elements.ts';

/** The card as a client draws it that has no charts: what stands in a chart's place is drawn there. */
const withoutCharts = (card: Card): Card =>
  // What stands in a chart's place is an element.
  JSON.parse(JSON.stringify(card), (_name, value: unknown) =>
    isRecord(value) && String(value['type']).startsWith('Chart.') ? (value['fallback'] ?? value) : value,
  ) as Card;

/**
 * Everything adaptivecards finds wrong with a card, and every property its parser does not keep. Charts are Teams' own:
 * what other clients draw in their place is judged. Needs no DOM.
 */
export function problems(made: Card): string[] {
  const card = withoutCharts(made);
  const parsed = new AC.AdaptiveCard();
  const context = new AC.SerializationContext(
    AC.Version.parse(card.version ?? '1.5', new AC.SerializationContext()) ?? AC.Versions.v1_5,
  );
  parsed.parse(card, context);
  const found = Array.from({ length: context.eventCount }, (_none, index) => context.getEventAt(index).message);
  found.push(...parsed.validateProperties().validationEvents.map(({ message }) => message));
  return [...found, ...lost(card, parsed.toJSON(context), '')];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

// `msteams` is Teams' own; the others are left out by toJSON only where they say what is the default anyway.
const isExpected = (name: string, value: unknown): boolean =>
  name === 'msteams' || (name === 'style' && value === 'compact') || (name === 'value' && value === '');

function lost(given: unknown, kept: unknown, at: string): string[] {
  // A bare string among inlines is short for a run without looks.
  if (typeof given === 'string' && isRecord(kept) && kept['type'] === 'TextRun') return lost(given, kept['text'], at);
  if (!isRecord(given)) return given === kept ? [] : [`changed by the renderer: ${at}`];
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || (isExpected(name, value) && !(isRecord(kept) && name in kept))) return [];
    if (isRecord(kept) && name in kept) return lost(value, kept[name], `${at}/${name}`);
    return [`not known to the renderer: ${at}/${name}`];
  });
}
