import type { MessageKey, Words } from '../locales/words.ts';
import { capitalize } from '../lib/text.ts';
import { below, type Element, factLines, type Tone } from './elements.ts';

/** The outcome of something: in words, with the colour of those. */
export interface OutcomeState {
  readonly value: string;
  readonly tone: Tone;
}

const tones = {
  'order.done': 'Good',
  'order.late': 'Good',
  'order.placing': 'Accent',
  'order.waiting': 'Default',
  'order.awaited': 'Warning',
  'order.goesOn': 'Warning',
  'order.toFinish': 'Attention',
  'several.partly': 'Warning',
  'stage.refused': 'Attention',
} as const satisfies Partial<Record<MessageKey, Tone>>;

/** The outcome of an ordered offer; the moment is that from which the order goes on by itself. */
export const orderState = (key: keyof typeof tones, words: Words, moment = ''): OutcomeState => ({
  value: capitalize(words.t(key, { moment }), words.locale),
  tone: tones[key],
});

/** The result of one of several things: its name, what became of it, and the lines that say why. */
export interface OutcomeLine {
  readonly name: string;
  readonly state: OutcomeState;
  readonly why?: readonly Element[];
}

/** Lines that stand closer to each other than to those around them. */
const closely = (elements: readonly Element[]): Element[] =>
  elements.map((one, index) => (index === 0 ? one : { ...one, spacing: 'None' as const }));

/** Lines of several results, one a line; what is said of one stands close to it, and apart from the next. */
export const outcomeLines = (outcomes: readonly OutcomeLine[]): Element[] =>
  outcomes.flatMap(({ name, state, why = [] }, index) => {
    const isClose = index > 0 && (outcomes[index - 1]?.why ?? []).length === 0;
    const lines = factLines([{ label: '', name, ...state }]);
    return [...(isClose ? lines.map(below) : lines), ...closely(why)];
  });
