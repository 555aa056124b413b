import { agreement } from './agreement.ts';
import { company } from './company.ts';
import { contact } from './contact.ts';
import type { Context } from './context.ts';
import { country } from './country.ts';
import { qualification } from './qualification.ts';
import { reseller } from './reseller.ts';
import type { Section, SectionId } from './section.ts';
import { signer } from './signer.ts';
import { subscriptions } from './subscriptions.ts';

const all: readonly Section[] = [country, company, qualification, contact, agreement, signer, reseller, subscriptions];

/** The sections asked in this context, in order. */
export const sections = (context: Context): readonly Section[] => all.filter((section) => section.applies(context));

/** The section of that id. */
export function section(id: SectionId): Section {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}
