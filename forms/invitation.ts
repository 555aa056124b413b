import { faultLine, type Element } from '../cards/elements.ts';
import { faultyInput } from '../cards/faultyInput.ts';
import { inputLabel } from '../cards/labels.ts';
import { languageNames } from '../cards/talkCards.ts';
import { locales, type Locale } from '../locales/translator.ts';
import type { Words } from '../locales/words.ts';
import { emailFault, normalEmail } from '../partner-center/email.ts';
import type { Faults, Values } from '../storage/draft.ts';
import { choice, normalText, read, text } from './field.ts';

/** What an invitation is written with: the customer's language, and its company and address where they were given. */
export interface InvitationAnswers {
  readonly language: Locale;
  readonly company: string;
  readonly to: string;
}

// Any address: a partner tries it with an own one first.
const fields = {
  mailLanguage: choice(locales.map((value) => ({ value, title: () => languageNames[value] }))),
  mailCompany: text(255, { optional: true }),
  mailTo: normalText(254, normalEmail, {
    optional: true,
    style: 'Email',
    rule: (value) => (emailFault(value, []) === undefined ? undefined : 'fault.email'),
  }),
};

const names = ['mailLanguage', 'mailCompany', 'mailTo'] as const;

/** What the inputs of an invitation hold: good answers, the former language for none, and every fault. */
export function readInvitation(values: Values, language: Locale): { answers: InvitationAnswers; faults: Faults } {
  const found = names.map((name) => ({ name, ...read(fields[name], values[name] ?? '') }));
  const answer = (name: (typeof names)[number]): string => found.find((one) => one.name === name)?.answer ?? '';
  const faults = found.flatMap(({ name, fault }) =>
    // Clients leave an empty choice out: then it is the one that stood there.
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

/** The inputs of an invitation, with what was typed and the faults beside it. */
export const invitationInputs = (values: Values, faults: Faults, words: Words): Element[] =>
  names.flatMap((name) => {
    const field = fields[name];
    const label = inputLabel(name, field.optional, words);
    const fault = faults[name];
    return faultyInput(
      label,
      (said) => field.input({ id: name, label: said, value: values[name] ?? '', words }),
      fault === undefined ? [] : [faultLine(words.say(fault.key, fault.data))],
      words,
    );
  });
