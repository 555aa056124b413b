import { below, button, buttons, type Element, type Inline, line, row } from './elements.ts';

type LeadsOn = ReturnType<typeof button>;

const inList = { separator: true, spacing: 'Small' } as const;

/**
 * One entry of a list: a line with its name and, right beneath it, one with what is known of it; beside them the button
 * that leads on, where there is one.
 */
export const listEntry = (name: readonly Inline[], facts: readonly Inline[], leadsOn?: LeadsOn): Element => {
  const lines = [line(...name), ...(facts.length === 0 ? [] : [below(line(...facts))])];
  const made: Element = leadsOn === undefined ? { type: 'Container', items: lines } : row(lines, [buttons(leadsOn)]);
  return { ...made, ...inList };
};

/**
 * The same where there is much to say: the facts have the card's whole width, as beside the button a phone would break
 * them into a column of single words.
 */
export const wideEntry = (name: readonly Inline[], facts: readonly Inline[], leadsOn: LeadsOn): Element => ({
  type: 'Container',
  items: [row([line(...name)], [buttons(leadsOn)]), ...(facts.length === 0 ? [] : [below(line(...facts))])],
  ...inList,
});
