import { paragraph, type Element } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { type Qualification, qualificationsIn, type QualificationKind } from '../partner-center/rules/qualification.ts';
import type { Faults, Values } from '../model/draft.ts';
import { acceptedAnswer, type InputTexts, type Context } from './context.ts';
import { memoize } from '../lib/memoize.ts';
import { nothingLeft } from '../lib/complete.ts';
import { choice, text } from './field.ts';
import { type FormFields, form, inputsOf, parseFields } from './form.ts';

/** Special qualifications a customer in this country can be vetted for in the Global cloud. */
const offeredIn = (country: string) => ['none' as const, ...qualificationsIn(country)];

/** True when a customer in this country can have that qualification, or none. */
export const isQualificationIn = (country: string, qualification: string): boolean =>
  offeredIn(country).some((one) => one === qualification);

/** The choice of a qualification for a customer in this country. */
export const qualificationChoice = memoize((country: string) =>
  choice(offeredIn(country).map((value) => ({ value, title: ({ t }) => t(`qualification.${value}`) }))),
);

const segments = [
  { value: 'K12', title: ({ t }: Words) => t('qualification.K12') },
  { value: 'HigherEducation', title: ({ t }: Words) => t('qualification.HigherEducation') },
];

const educationSegment = choice(segments);
const website = text(254, { style: 'Url', rule: (value) => (isWebsite(value) ? undefined : 'fault.website') });
const validationCode = text(50);

/** The fields of each qualification: segment and website of a school, or the government validation code. */
const fieldsByKind = {
  education: { educationSegment, website },
  governmentCommunityCloud: { validationCode },
} satisfies Readonly<Record<QualificationKind, FormFields>>;

/** Name of an input of a qualification of this kind. */
type InputOf<K extends QualificationKind> = keyof (typeof fieldsByKind)[K];

const chosenQualification = (context: Context): string => acceptedAnswer(context, 'company', 'qualification');

/** The fields of the chosen qualification. */
export const qualificationSection = form({
  id: 'qualification',
  applies: (context) => context.cloud.qualification && !['', 'none'].includes(chosenQualification(context)),
  intro: ({ words }) => [paragraph(words.t('qualification.intro'))],
  fields: (context) =>
    fieldsByKind[chosenQualification(context) === 'education' ? 'education' : 'governmentCommunityCloud'],
});

/** The inputs of a qualification, each with its fault beneath it. */
export const qualificationInputs = (
  kind: QualificationKind,
  view: { readonly words: Words; readonly values: Values; readonly faults: Faults },
): Element[] => inputsOf(fieldsByKind[kind], view);

/** Parses the typed fields of a qualification: returns the qualification to request, or the faults by input. */
export function judgeQualification(
  kind: QualificationKind,
  typed: Values,
): { readonly wanted: Qualification } | { readonly faults: Faults } {
  const parsed = parseFields(fieldsByKind[kind], typed);
  return 'faults' in parsed ? parsed : { wanted: qualificationOf(parsed.answers) };
}

/** The qualification in accepted answers. */
export const qualificationOf = (values: Values): Qualification =>
  values['validationCode'] === undefined ? educationOf(values) : governmentOf(values);

function educationOf({ educationSegment: segment, website = '', ...others }: InputTexts<InputOf<'education'>>) {
  nothingLeft(others);
  return { kind: 'education', segment: segment === 'K12' ? 'K12' : 'HigherEducation', website } as const;
}

function governmentOf({ validationCode = '', ...others }: InputTexts<InputOf<'governmentCommunityCloud'>>) {
  nothingLeft(others);
  return { kind: 'governmentCommunityCloud', validationCode } as const;
}

function isWebsite(value: string): boolean {
  if (/\s/.test(value)) return false;
  try {
    const { protocol, hostname } = new URL(/^https?:\/\//i.test(value) ? value : `https://${value}`);
    return protocol.startsWith('http') && hostname.includes('.');
  } catch {
    return false;
  }
}
