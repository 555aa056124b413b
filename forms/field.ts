import * as z from 'zod';
import type { MessageKey, Words } from '../locales/words.ts';
import { cleanText, textFault } from '../lib/text.ts';
import type { Element } from '../cards/elements.ts';
import { normalDate } from './typedText.ts';
import { newFault } from './section.ts';
import { defined } from '../lib/optional.ts';

/** Judges a cleaned text: returns the message key of its fault, with the data of that sentence, or undefined. */
export type AnswerRule = (
  text: string,
) => MessageKey | { key: MessageKey; data: Record<string, string | number> } | undefined;

const cleanedText = z.string().transform(cleanText);

/** A schema that cleans a text, refuses an empty (unless optional) or too long one (UTF-16), then asks the rules. */
export function answerSchema(
  options: { readonly max: number; readonly optional: boolean; readonly missing?: MessageKey },
  ...rules: AnswerRule[]
) {
  return cleanedText.superRefine((text, context) => {
    const refuse = (key: MessageKey, data?: Record<string, string | number>): void => {
      context.addIssue({ code: 'custom', message: key, ...defined({ params: data }) });
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

/** One input as it stands on a card. */
interface InputView {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly words: Words;
}

/**
 * One question: the schema of its answer and its input, made together. The schema takes the typed text (empty for an
 * omitted input) and gives the normalised answer, empty where an optional one was left out; its messages are catalog
 * keys.
 */
export interface Field {
  readonly schema: z.ZodType<string, string>;
  readonly optional: boolean;
  /** Its label where `field.<name>` does not fit, e.g. the country's own word. */
  label?(words: Words): string;
  input(view: InputView): Element;
  /** Formats an answer in the user's language; without it, it is shown as it is. */
  format?(answer: string, words: Words): string;
}

/** A choice's values, each with its title. */
type Choices = readonly {
  readonly value: string;
  readonly title: (words: Words) => string;
  /** The answer as a summary says it, where a list says less of it. */
  readonly whole?: (words: Words) => string;
}[];

interface TextOptions {
  readonly optional?: boolean;
  readonly placeholder?: MessageKey;
  /** An example of an answer, e.g. 98052: the same in every language. */
  readonly sample?: string;
  readonly label?: (words: Words) => string;
  readonly style?: 'Email' | 'Tel' | 'Url';
}

/** The input of a line of text, of at most `max` UTF-16 units. */
export const textInput = (max: number, options: TextOptions) => {
  // A client would cut pasted text silently: the limit is judged here, and the input itself has none.
  const shown = Math.max(max * 2, 100);
  return ({ id, label, value, words }: InputView): Element => ({
    type: 'Input.Text',
    id,
    label,
    // A text that is far too long is cut: a card too large to be sent would lock the draft.
    ...(value === '' ? {} : { value: value.slice(0, shown) }),
    ...defined({ style: options.style }),
    ...(options.placeholder === undefined ? {} : { placeholder: words.say(options.placeholder) }),
    ...defined({ placeholder: options.sample }),
  });
};

/** A line of text of at most `max` UTF-16 units; `rule` refuses more. */
export function text(max: number, options: TextOptions & { readonly rule?: AnswerRule } = {}): Field {
  const optional = options.optional ?? false;
  const rules = options.rule === undefined ? [] : [options.rule];
  return {
    schema: answerSchema({ max, optional }, ...rules),
    optional,
    input: textInput(max, options),
    ...defined({ label: options.label }),
  };
}

/** A line of text that is normalised before its rule is asked, e.g. a domain prefix or a postal code. */
export function normalText(
  max: number,
  normal: (text: string) => string,
  options: TextOptions & { readonly rule?: AnswerRule } = {},
): Field {
  const plain = text(max, options);
  return { ...plain, schema: z.string().transform(normal).pipe(plain.schema) };
}

/** One of several choices, in a compact list, required unless `optional`; `sorted` orders them by their titles. */
export function choice(
  choices: Choices,
  options: { readonly optional?: boolean; readonly sorted?: boolean } = {},
): Field {
  const optional = options.optional ?? false;
  // Once a language: a list of states is sorted by a collator, which costs more than all else on its card.
  // By the language's sayings, not by the words: those of a user's clock are made in each turn.
  const bySayings = new WeakMap<Words['t'], ReturnType<typeof titledChoices>>();
  const titled = (words: Words): ReturnType<typeof titledChoices> => {
    const known = bySayings.get(words.t) ?? titledChoices(choices, words, options.sorted ?? false);
    bySayings.set(words.t, known);
    return known;
  };
  return {
    schema: answerSchema({ max: 200, optional, missing: 'fault.choice' }, (value) =>
      choices.some((one) => one.value === value) ? undefined : 'fault.choice',
    ),
    optional,
    input: ({ id, label, value, words }) => ({
      type: 'Input.ChoiceSet',
      id,
      label,
      style: 'compact',
      placeholder: words.t('form.choose'),
      ...(choices.some((one) => one.value === value) ? { value } : {}),
      choices: [...titled(words)],
    }),
    format: (answer, words) => {
      const chosen = choices.find((one) => one.value === answer);
      return (chosen?.whole ?? chosen?.title)?.(words) ?? answer;
    },
  };
}

function titledChoices(choices: Choices, words: Words, sorted: boolean) {
  const all = choices.map((one) => ({ title: one.title(words), value: one.value }));
  if (!sorted) return all;
  const { compare } = new Intl.Collator(words.locale);
  return all.sort((a, b) => compare(a.title, b.title));
}

/** Yes or no, kept as `true` or `false`; an omitted input is no. `mustBe` refuses the other answer. */
export function toggle(
  options: { readonly mustBe?: { readonly value: 'true'; readonly fault: MessageKey } } = {},
): Field {
  return {
    schema: z
      .string()
      .transform((value) => (value === 'true' ? 'true' : 'false'))
      .superRefine((value, context) => {
        if (options.mustBe !== undefined && value !== options.mustBe.value) {
          context.addIssue({ code: 'custom', message: options.mustBe.fault });
        }
      }),
    optional: false,
    input: ({ id, label, value }) => ({ type: 'Input.Toggle', id, title: label, value, wrap: true }),
    format: (answer, words) => words.t(answer === 'true' ? 'form.yes' : 'form.no'),
  };
}

/** No agreement is older; an earlier day is a typing error. */
const earliest = '2000-01-01';

/**
 * A calendar day, written in any usual way and kept as `yyyy-mm-dd`; not after `latest`. A day before `since.first` is
 * refused with `since.fault`.
 */
export function day(latest: string, since?: { readonly first: string; readonly fault: MessageKey }): Field {
  const schema = answerSchema({ max: 60, optional: false, missing: 'fault.date' }, (value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'fault.date';
    if (!isDay(value)) return { key: 'fault.noSuchDay', data: { typed: value } };
    if (value < earliest) return 'fault.tooEarly';
    if (since !== undefined && value < since.first) return since.fault;
    return value > latest ? 'fault.future' : undefined;
  });
  return {
    schema: z
      .string()
      .transform((typed) => normalDate(typed))
      .pipe(schema),
    optional: false,
    input: ({ id, label, value }) => ({
      type: 'Input.Date',
      id,
      label,
      ...(isDay(value) ? { value } : {}),
    }),
    format: (answer, words) => words.day(answer),
  };
}

function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Parses a typed text: returns the normalised answer, or the fault. */
export function parseAnswer(field: Field, typed: string) {
  const result = field.schema.safeParse(typed);
  if (result.success) return { answer: result.data };
  const issue = result.error.issues[0];
  const data = issue?.code === 'custom' ? (issue.params as Record<string, string | number> | undefined) : undefined;
  return { fault: newFault(issue?.message ?? 'fault.required', data) };
}
