import { faultLine, type Element } from '../cards/elements.ts';
import { inputRows, inputWithFaults } from '../cards/inputs.ts';
import { inputLabel } from '../cards/labels.ts';
import { languageNames } from '../locales/languageNames.ts';
import { locales, type Locale } from '../locales/translator.ts';
import type { Words } from '../locales/words.ts';
import { emailFault, normalEmail } from '../partner-center/rules/contact.ts';
import type { Faults, Values } from '../model/draft.ts';
import { choice, normalText, parseAnswer, text } from './field.ts';

/** The answers an invitation is written from: the customer's language, and its company and address where given. */
interface InvitationAnswers {
  readonly language: Locale;
  readonly company: string;
  readonly to: string;
}

// Any address: a partner tries it with its own first.
const fields = {
  mailLanguage: choice(locales.map((value) => ({ value, title: () => languageNames[value] }))),
  mailCompany: text(255, { optional: true }),
  mailTo: normalText(254, normalEmail, {
    optional: true,
    style: 'Email',
    rule: (value) => (emailFault(value, []) === undefined ? undefined : 'fault.email'),
  }),
};

const fieldNames = ['mailLanguage', 'mailCompany', 'mailTo'] as const;

/** Parses the inputs of an invitation: the valid answers, `language` where none was chosen, and every fault. */
export function readInvitation(values: Values, language: Locale): { answers: InvitationAnswers; faults: Faults } {
  const found = fieldNames.map((name) => ({ name, ...parseAnswer(fields[name], values[name] ?? '') }));
  const answer = (name: (typeof fieldNames)[number]): string => found.find((one) => one.name === name)?.answer ?? '';
  const faults = found.flatMap(({ name, fault }) =>
    // Clients leave an empty choice out: then the former language stays.
    fault === undefined || name === 'mailLanguage' ? [] : [[name, fault] as const],
  );
  return {
    answers: {
      language: locales.find((one) => one === answer('mailLanguage')) ?? language,
      company: answer('mailCompany'),
      to: answer('mailTo'),
    },
    faults: Object.fromEntries(faults),
  };
}

/** The inputs of an invitation, with typed values and faults; company and address side by side. */
export const invitationInputs = (values: Values, faults: Faults, words: Words): Element[] =>
  inputRows(
    fieldNames.map((name) => {
      const field = fields[name];
      const fault = faults[name];
      const elements = inputWithFaults(
        inputLabel(name, field.optional, words),
        (said) => field.input({ id: name, label: said, value: values[name] ?? '', words }),
        fault === undefined ? [] : [faultLine(words.say(fault.key, fault.data))],
        words,
      );
      return { name, elements };
    }),
  );
