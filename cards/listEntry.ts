import type { Words } from '../locales/words.ts';
import {
  below,
  type button,
  buttons,
  type Element,
  type Inline,
  line,
  row,
  shortened,
  withoutTemplates,
} from './elements.ts';

type LeadsOn = ReturnType<typeof button>;

const inList = { separator: true, spacing: 'Small' } as const;

/** A button of one of several entries: a screen reader says its tooltip in place of the title that all of them have. */
export const entryButton = (made: LeadsOn, name: string, { t }: Words): LeadsOn => ({
  ...made,
  tooltip: t('form.pair', { label: made.title ?? '', hint: withoutTemplates(shortened(name)) }),
});

/** The button with the name that an entry begins with, unless it has one already. */
function named(leadsOn: LeadsOn, [first = '']: readonly Inline[], words: Words): LeadsOn {
  if (leadsOn.tooltip !== undefined) return leadsOn;
  return entryButton(leadsOn, typeof first === 'string' ? first : first.text, words);
}

/**
 * One entry of a list: a line with its name and, right beneath it, one with what is known of it; beside them the button
 * that leads on, where there is one.
 */
export const listEntry = (
  words: Words,
  name: readonly Inline[],
  facts: readonly Inline[],
  leadsOn?: LeadsOn,
): Element => {
  const lines = [line(...name), ...(facts.length === 0 ? [] : [below(line(...facts))])];
  const made: Element =
    leadsOn === undefined ? { type: 'Container', items: lines } : row(lines, [buttons(named(leadsOn, name, words))]);
  return { ...made, ...inList };
};

/**
 * The same where there is much to say: the facts have the card's whole width, as beside the button a phone would break
 * them into a column of single words.
 */
export const wideEntry = (
  words: Words,
  name: readonly Inline[],
  facts: readonly Inline[],
  leadsOn: LeadsOn,
): Element => ({
  type: 'Container',
  items: [
    row([line(...name)], [buttons(named(leadsOn, name, words))]),
    ...(facts.length === 0 ? [] : [below(line(...facts))]),
  ],
  ...inList,
});
