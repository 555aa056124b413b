import type { agreementSection, signerSection } from './agreementSection.ts';
import type { companySection } from './companySection.ts';
import type { contactSection } from './contactSection.ts';
import { acceptedAnswers, type InputTexts, type Context } from './context.ts';
import type { countrySection } from './countrySection.ts';
import type { InputName } from './form.ts';
import type { qualificationSection } from './qualificationSection.ts';
import type { resellerForm } from './resellerSection.ts';
import type { SectionId } from './section.ts';

/**
 * Names of each section's inputs, taken from its fields. Whatever is done with every input is a table over these names,
 * so that an input added to a form does not compile until each table says what becomes of it.
 */
export interface SectionInputs extends Record<SectionId, string> {
  readonly country: InputName<typeof countrySection>;
  readonly company: InputName<typeof companySection>;
  readonly qualification: InputName<typeof qualificationSection>;
  readonly contact: InputName<typeof contactSection>;
  readonly agreement: InputName<typeof agreementSection>;
  readonly signer: InputName<typeof signerSection>;
  readonly reseller: InputName<typeof resellerForm>;
  /** Inputs are numbered, three a line of the order: `CartRow` names them. */
  readonly subscriptions: never;
}

/** One entry for every input of every section. */
export type InputTable<Entry> = {
  readonly [S in SectionId]: { readonly [Name in SectionInputs[S]]: Entry };
};

/** The accepted answers of a section, by the names of its inputs. */
export const sectionAnswers = <S extends SectionId>(context: Context, id: S) =>
  acceptedAnswers(context, id) as InputTexts<SectionInputs[S]>;
