import { paragraph, type Element } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import type { Qualification } from '../partner-center/partnerCenter.ts';
import { qualificationKinds, type QualificationKind } from '../partner-center/qualification.ts';
import type { Faults, Values } from '../storage/draft.ts';
import { answer, type Context } from './context.ts';
import { choice, text } from './field.ts';
import { type Fields, form, inputsOf, parseFields } from './form.ts';

/** Special qualifications a customer can be vetted for in the Global cloud. */
export const qualifications = ['none', ...qualificationKinds] as const;

const segments = [
  { value: 'K12', title: ({ t }: Words) => t('qualification.K12') },
  { value: 'HigherEducation', title: ({ t }: Words) => t('qualification.HigherEducation') },
];

const educationSegment = choice(segments);
const website = text(254, { style: 'Url', rule: (value) => (isWebsite(value) ? undefined : 'fault.website') });
const validationCode = text(50);

/** What a qualification needs: segment and website of a school, or the government validation code. */
const fieldsOf: Readonly<Record<QualificationKind, Fields>> = {
  education: { educationSegment, website },
  governmentCommunityCloud: { validationCode },
};

const chosen = (context: Context): string => answer(context, 'company', 'qualification');

/** What the chosen qualification needs. */
export const qualification = form({
  id: 'qualification',
  applies: (context) => context.cloud.qualification && !['', 'none'].includes(chosen(context)),
  intro: ({ words }) => [paragraph(words.t('qualification.intro'))],
  fields: (context) => fieldsOf[chosen(context) === 'education' ? 'education' : 'governmentCommunityCloud'],
});

/** The inputs of a qualification, with what is wrong beneath each. */
export const qualificationInputs = (
  kind: QualificationKind,
  view: { readonly words: Words; readonly values: Values; readonly faults: Faults },
): Element[] => inputsOf(fieldsOf[kind], view);

/** What was typed for a qualification: what is asked for, or what is wrong with it, by input. */
export function judgeQualification(
  kind: QualificationKind,
  typed: Values,
): { readonly wanted: Qualification } | { readonly faults: Faults } {
  const parsed = parseFields(fieldsOf[kind], typed);
  return 'faults' in parsed ? parsed : { wanted: qualificationOf(parsed.answers) };
}

/** The qualification that accepted answers ask for. */
export const qualificationOf = (values: Values): Qualification =>
  values['validationCode'] === undefined
    ? {
        kind: 'education',
        segment: values['educationSegment'] === 'K12' ? 'K12' : 'HigherEducation',
        website: values['website'] ?? '',
      }
    : { kind: 'governmentCommunityCloud', validationCode: values['validationCode'] };

function isWebsite(value: string): boolean {
  if (/\s/.test(value)) return false;
  try {
    const { protocol, hostname } = new URL(/^https?:\/\//i.test(value) ? value : `https://${value}`);
    return protocol.startsWith('http') && hostname.includes('.');
  } catch {
    return false;
  }
}
