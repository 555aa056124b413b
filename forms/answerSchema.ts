import * as z from 'zod';
import type { MessageKey } from '../locales/words.ts';
import { cleanText, textFault } from '../partner-center/text.ts';

/** Judges a cleaned text: the catalogue key of what is wrong with it, with the data its sentence needs, or nothing. */
export type Rule = (
  text: string,
) => MessageKey | { key: MessageKey; data: Record<string, string | number> } | undefined;

const cleaned = z.string().transform(cleanText);

/** Cleans the text, refuses what is empty (unless optional) or too long in UTF-16 units, then asks the rules in order. */
export function answerSchema(
  options: { readonly max: number; readonly optional: boolean; readonly missing?: MessageKey },
  ...rules: Rule[]
) {
  return cleaned.superRefine((text, context) => {
    const refuse = (key: MessageKey, data?: Record<string, string | number>): void => {
      context.addIssue({ code: 'custom', message: key, ...(data === undefined ? {} : { params: data }) });
    };
    if (text === '') return options.optional ? undefined : refuse(options.missing ?? 'fault.required');
    if (textFault(text) !== undefined) return refuse('fault.characters');
    if (text.length > options.max) return refuse('fault.tooLong', { n: options.max });
    for (const rule of rules) {
      const found = rule(text);
      if (found !== undefined) return typeof found === 'string' ? refuse(found) : refuse(found.key, found.data);
    }
    return undefined;
  });
}
