import { agreementSection, signerSection } from './agreementSection.ts';
import { companySection } from './companySection.ts';
import { contactSection } from './contactSection.ts';
import type { Context } from './context.ts';
import { countrySection } from './countrySection.ts';
import { qualificationSection } from './qualificationSection.ts';
import { memoize } from '../lib/memoize.ts';
import { resellerSection } from './resellerSection.ts';
import type { DraftKind } from '../model/draft.ts';
import type { Section, SectionId } from './section.ts';
import { subscriptionsSection } from './subscriptionsSection.ts';

const allSections: readonly Section[] = [
  countrySection,
  companySection,
  qualificationSection,
  contactSection,
  agreementSection,
  signerSection,
  resellerSection,
  subscriptionsSection,
];

/** Sections that may be asked about an existing customer, by the kind of change. */
const changeSections: Readonly<Record<DraftKind['kind'], readonly SectionId[]>> = {
  subscriptions: ['country', 'reseller', 'subscriptions'],
  account: ['country', 'company', 'contact'],
};

/** The sections asked in this context, in order; found once for each context. */
export const sections = memoize((context: Context): readonly Section[] => {
  const { purpose } = context;
  const asked =
    purpose === undefined ? allSections : allSections.filter(({ id }) => changeSections[purpose.kind].includes(id));
  return asked.filter((section) => section.applies(context));
});

/** True when the section is asked in this context. */
export const isAsked = (id: string, context: Context): boolean => sections(context).some((one) => one.id === id);

/** The section with this id. */
export function section(id: SectionId): Section {
  const found = allSections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}
