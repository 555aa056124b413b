import { paragraph } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { answer, type Context } from './context.ts';
import { choice, text } from './field.ts';
import { form } from './form.ts';

/** Special qualifications a customer can be vetted for in the Global cloud. */
export const qualifications = ['none', 'education', 'governmentCommunityCloud'] as const;

const segments = [
  { value: 'K12', title: ({ t }: Words) => t('qualification.K12') },
  { value: 'HigherEducation', title: ({ t }: Words) => t('qualification.HigherEducation') },
];

const educationSegment = choice(segments);
const website = text(254, { style: 'Url', rule: (value) => (isWebsite(value) ? undefined : 'fault.website') });
const validationCode = text(50);

const chosen = (context: Context): string => answer(context, 'company', 'qualification');

/** What the chosen qualification needs: segment and website of a school, or the government validation code. */
export const qualification = form({
  id: 'qualification',
  applies: (context) => context.cloud.qualification && !['', 'none'].includes(chosen(context)),
  intro: ({ words }) => [paragraph(words.t('qualification.intro'))],
  fields: (context) => (chosen(context) === 'education' ? { educationSegment, website } : { validationCode }),
});

function isWebsite(value: string): boolean {
  if (/\s/.test(value)) return false;
  try {
    const { protocol, hostname } = new URL(/^https?:\/\//i.test(value) ? value : `https://${value}`);
    return protocol.startsWith('http') && hostname.includes('.');
  } catch {
    return false;
  }
}
