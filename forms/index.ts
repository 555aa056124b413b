import { agreement } from './agreement.ts';
import { company } from './company.ts';
import { contact } from './contact.ts';
import type { Context } from './context.ts';
import { country } from './country.ts';
import { qualification } from './qualification.ts';
import { reseller } from './reseller.ts';
import type { Purpose } from '../storage/draft.ts';
import type { Section, SectionId } from './section.ts';
import { signer } from './signer.ts';
import { subscriptions } from './subscriptions.ts';

const all: readonly Section[] = [country, company, qualification, contact, agreement, signer, reseller, subscriptions];

/** What may be asked about a customer that exists, by what is done with it. */
const ofPurpose: Readonly<Record<Purpose['kind'], readonly SectionId[]>> = {
  subscriptions: ['country', 'reseller', 'subscriptions'],
  account: ['country', 'company', 'contact'],
};

/** The sections asked in this context, in order. */
export function sections(context: Context): readonly Section[] {
  const { purpose } = context;
  const asked = purpose === undefined ? all : all.filter(({ id }) => ofPurpose[purpose.kind].includes(id));
  return asked.filter((section) => section.applies(context));
}

/** Is that section asked in this context? */
export const isAsked = (id: string, context: Context): boolean => sections(context).some((one) => one.id === id);

/** The section of that id. */
export function section(id: SectionId): Section {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}
