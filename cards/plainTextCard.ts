import { card, heading, paragraph, type Card, type Element } from './elements.ts';

/**
 * A text to be copied, a paragraph for each of its lines. Line breaks of a message's plain text are drawn by some clients as
 * blanks (seen in the Agents Playground; of Teams not known).
 */
export const plainTextCard = (title: string, text: string): Card => card(title, [heading(title), ...paragraphs(text)]);

function paragraphs(text: string): Element[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, at) =>
    line.trim() === ''
      ? []
      : [
          {
            ...paragraph(line),
            spacing: lines[at - 1]?.trim() === '' || at === 0 ? ('Medium' as const) : ('None' as const),
          },
        ],
  );
}
