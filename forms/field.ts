import * as z from 'zod';
import type { Element } from '../cards/elements.ts';
import type { MessageKey, Words } from '../locales/words.ts';
import { answerSchema, type Rule } from './answerSchema.ts';
import { dayIn } from './dayText.ts';
import { faultOf } from './section.ts';

/** One input as it stands on a card. */
export interface InputView {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly words: Words;
}

/**
 * A kind of question: the schema of its answer and its input, made together. The schema takes what was typed (an
 * omitted input is an empty text) and gives the normalised answer, empty where an optional one was left out; its
 * messages are catalogue keys.
 */
export interface Field {
  readonly schema: z.ZodType<string, string>;
  readonly optional: boolean;
  /** What it is called where its name alone does not tell, e.g. in that country. */
  label?(words: Words): string;
  input(view: InputView): Element;
  /** How an answer reads in the user's language; without it, as it is. */
  shown?(answer: string, words: Words): string;
}

/** A choice's values and how each reads. */
export type Choices = readonly { readonly value: string; readonly title: (words: Words) => string }[];

interface TextOptions {
  readonly optional?: boolean;
  readonly placeholder?: MessageKey;
  /** How an answer is written, e.g. 98052: the same in every language. */
  readonly sample?: string;
  readonly label?: (words: Words) => string;
  readonly style?: 'Email' | 'Tel' | 'Url';
}

/** The input of a line of text, of at most `max` UTF-16 units. */
export const textInput = (max: number, options: TextOptions) => {
  // No client may cut what was pasted silently: the limit is judged here, and the input itself has none.
  const shown = Math.max(max * 2, 100);
  return ({ id, label, value, words }: InputView): Element => ({
    type: 'Input.Text',
    id,
    label,
    // Not all of a text that is far too long: a card too large to be sent would lock the draft.
    ...(value === '' ? {} : { value: value.slice(0, shown) }),
    ...(options.style === undefined ? {} : { style: options.style }),
    ...(options.placeholder === undefined ? {} : { placeholder: words.say(options.placeholder) }),
    ...(options.sample === undefined ? {} : { placeholder: options.sample }),
  });
};

/** A line of text of at most `max` UTF-16 units; `rule` refuses more. */
export function text(max: number, options: TextOptions & { readonly rule?: Rule } = {}): Field {
  const optional = options.optional ?? false;
  const rules = options.rule === undefined ? [] : [options.rule];
  return {
    schema: answerSchema({ max, optional }, ...rules),
    optional,
    input: textInput(max, options),
    ...(options.label === undefined ? {} : { label: options.label }),
  };
}

/** A text that is normalised before its rule is asked, e.g. a domain prefix or a postal code. */
export function normalText(
  max: number,
  normal: (text: string) => string,
  options: TextOptions & { readonly rule?: Rule } = {},
): Field {
  const plain = text(max, options);
  return { ...plain, schema: z.string().transform(normal).pipe(plain.schema) };
}

/** One of some choices, in a compact list. Without `optional` one must be chosen; `sorted` puts them in the order of their titles. */
export function choice(
  choices: Choices,
  options: { readonly optional?: boolean; readonly sorted?: boolean } = {},
): Field {
  const optional = options.optional ?? false;
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
      choices: titled(choices, words, options.sorted ?? false),
    }),
    shown: (answer, words) => choices.find((one) => one.value === answer)?.title(words) ?? answer,
  };
}

function titled(choices: Choices, words: Words, sorted: boolean) {
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
    shown: (answer, words) => words.t(answer === 'true' ? 'form.yes' : 'form.no'),
  };
}

/** No agreement is older; a day before is a slip of the keyboard. */
const earliest = '2000-01-01';

/** A calendar day, kept as `yyyy-mm-dd` whichever way it was written; not after `latest`; one before `first` is real, but does not count. */
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
      .transform((typed) => dayIn(typed))
      .pipe(schema),
    optional: false,
    input: ({ id, label, value }) => ({
      type: 'Input.Date',
      id,
      label,
      ...(isDay(value) ? { value } : {}),
    }),
    shown: (answer, words) => words.day(answer),
  };
}

function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** What a field makes of a typed text: its answer, or the fault. */
export function read(field: Field, typed: string) {
  const result = field.schema.safeParse(typed);
  if (result.success) return { answer: result.data };
  const issue = result.error.issues[0];
  const data = issue?.code === 'custom' ? (issue.params as Record<string, string | number> | undefined) : undefined;
  return { fault: faultOf(issue?.message ?? 'fault.required', data) };
}
