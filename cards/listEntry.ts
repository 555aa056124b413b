import { below, button, buttons, type Element, type Inline, line, row } from './elements.ts';

/**
 * One entry of a list: a line with its name and, right beneath it, one with what is known of it; beside them the button
 * that leads on.
 */
export const listEntry = (
  name: readonly Inline[],
  facts: readonly Inline[],
  leadsOn: ReturnType<typeof button>,
): Element => ({
  ...row([line(...name), ...(facts.length === 0 ? [] : [below(line(...facts))])], [buttons(leadsOn)]),
  separator: true,
  spacing: 'Small',
});
