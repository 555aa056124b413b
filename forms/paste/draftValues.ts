import { isDeepStrictEqual } from 'node:util';
import { defined } from '../../lib/optional.ts';
import type { Draft, Values } from '../../model/draft.ts';
import type { Context } from '../context.ts';
import { accept, dropAsking, inputValues, isOpen, keepInputs } from '../draftFlow.ts';
import type { SectionId } from '../section.ts';
import { isAsked, section } from '../sections.ts';
import { type LeftOut, leftOutOf } from './pastedDetails.ts';
import { heldCompany, isOtherAddress, isOtherCompany } from './otherCompany.ts';
import { heldContact, isOtherPerson } from './otherContact.ts';
import type { Pasted } from './paste.ts';

/** Sections that a pasted text fills in. */
const pastedSections = ['country', 'company', 'contact'] as const satisfies readonly SectionId[];

/** True for a section that a pasted text fills in. */
export const fillsFromPaste = (id: SectionId): boolean => pastedSections.some((one) => one === id);

/**
 * True for the draft of a new customer that pasted values go into: its company or contact is still open, and it is not
 * another company's.
 */
export function takesPaste(draft: Draft, { company }: Pasted): boolean {
  if (draft.purpose !== undefined || !(isOpen(draft, 'company') || isOpen(draft, 'contact'))) return false;
  return !isOtherCompany(heldCompany(draft), company);
}

/**
 * The draft in the country that it is for once the pasted values are in it: the one that was entered, else the pasted one,
 * which stands in place of the partner's own.
 */
export function withPastedCountry(draft: Draft, { country }: Pasted): Draft {
  const isTaken = draft.ownCountry !== undefined && !isOpen(draft, 'country');
  if (!isTaken || country === undefined || country === draft.ownCountry) return draft;
  return accept(draft, 'country', { country });
}

/** The country a draft is for once the pasted values are in it; undefined where none is known. */
export const countryWithPaste = (draft: Draft, pasted: Pasted): string | undefined =>
  (isOpen(draft, 'country') ? undefined : draft.accepted['country']?.['country']) ??
  draft.typed['country']?.['country'] ??
  pasted.country;

/**
 * The draft with the pasted values in those inputs of its open sections that are empty; nothing is accepted. `context` is
 * that of the country the draft is for then. The same draft where no value found a place.
 */
export function withPaste(draft: Draft, pasted: Pasted, context: Context): Draft {
  const { country } = pasted;
  const isFitting = country === undefined || country === context.country;
  const isOther = isFitting && isOtherAddress(heldCompany(draft), pasted.company, context.country);
  const placed = isFitting ? (isOther ? withoutAddress(pasted) : pasted) : withoutPlace(pasted);
  const fitting = isOtherPerson(heldContact(draft), pasted.contact, context.country)
    ? { ...placed, contact: {} }
    : placed;
  const leftOut = isFitting ? pasted.leftOut : leftOutOf(country, placeOf(pasted));
  return pastedSections.reduce(
    (filled, id) => {
      const values: Values = id === 'country' ? defined({ country }) : { ...fitting[id] };
      return isAsked(id, context) && isOpen(draft, id) ? fillSection(filled, id, values, context) : filled;
    },
    withLeftOut(
      isFitting ? withUnused(draft, fitting, context) : draft,
      isOther ? otherAddress(pasted, context.country) : leftOut,
    ),
  );
}

/** The draft with what was left out, which its company's card says; the same draft where that is said, or nothing is. */
const withLeftOut = (draft: Draft, leftOut: LeftOut | undefined): Draft =>
  leftOut === undefined || isDeepStrictEqual(leftOut, draft.leftOut) || !isOpen(draft, 'company')
    ? draft
    : { ...draft, leftOut };

/** The draft with what else was pasted and has no place: a wrong number where one is asked, and further phone numbers. */
function withUnused(draft: Draft, { wrongNumber, otherPhones, contact }: Pasted, { rules }: Context): Draft {
  const isNumberAsked = rules.registration !== undefined && isOpen(draft, 'company');
  const isContacts = contact.phoneNumber !== undefined && isOpen(draft, 'contact');
  const unused = defined({
    wrongNumber: isNumberAsked ? wrongNumber : undefined,
    otherPhones: isContacts ? otherPhones : undefined,
  });
  return Object.keys(unused).length === 0 ? draft : { ...draft, ...unused };
}

/** The values that stand in one country's forms alone. */
const placeOf = ({ company: { companyName: _name, domainPrefix: _prefix, ...place } }: Pasted) => place;

/** The details of an address that was left out, since the form has another one. */
function otherAddress({ company }: Pasted, country: string): LeftOut | undefined {
  const { addressLine1, addressLine2, city, state, postalCode } = company;
  const leftOut = leftOutOf(country, { addressLine1, addressLine2, city, state, postalCode });
  return leftOut === undefined ? undefined : { ...leftOut, isOtherAddress: true };
}

/** The values without those of an address, which is one whole: nothing of it is taken into another. */
function withoutAddress({ company, ...others }: Pasted): Pasted {
  const { addressLine1: _1, addressLine2: _2, city: _city, state: _state, postalCode: _code, ...own } = company;
  return { ...others, company: own };
}

/** The values that stand in every country's forms. */
const withoutPlace = ({ company: { companyName, domainPrefix }, contact }: Pasted): Pasted => ({
  company: {
    ...(companyName === undefined ? {} : { companyName }),
    ...(domainPrefix === undefined ? {} : { domainPrefix }),
  },
  contact,
});

function fillSection(draft: Draft, id: SectionId, values: Values, context: Context): Draft {
  const one = section(id);
  const held = inputValues(draft, one, context);
  // The partner's own country stands in an input nobody has touched.
  const isEmpty = (name: string): boolean =>
    id === 'country' ? draft.typed[id] === undefined : (held[name] ?? '') === '';
  const taken = Object.entries(one.readInputs(values, held, context)).filter(
    ([name, value]) => value !== '' && isEmpty(name),
  );
  if (taken.length === 0) return draft;
  const names = new Set(taken.map(([name]) => name));
  const faults = Object.entries(draft.faults[id] ?? {}).filter(([name]) => !names.has(name));
  const { pasted = [] } = draft;
  return {
    ...keepInputs(dropAsking(draft), id, { ...held, ...Object.fromEntries(taken) }, Object.fromEntries(faults)),
    pasted: [...pasted.filter((other) => other !== id), id],
  };
}
