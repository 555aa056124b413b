import { wholeName } from '../../cards/labels.ts';
import { isSameName } from '../../lib/foldCase.ts';
import type { Draft, Values } from '../../model/draft.ts';
import { normalPhone, shownPhone } from '../../partner-center/rules/contact.ts';
import { differs } from './otherCompany.ts';
import type { Pasted } from './paste.ts';

type Contact = Readonly<Record<string, string | undefined>>;

/** The contact's values in a draft, as typed or else accepted. */
export const heldContact = ({ typed, accepted }: Draft): Values => typed['contact'] ?? accepted['contact'] ?? {};

const phoneOf = ({ phoneNumber = '' }: Contact, country: string): string =>
  normalPhone(phoneNumber, country) ?? phoneNumber;

/**
 * True where pasted details are another person's than those held, so that none of them is taken: by the name where both have
 * one, else by the mail address, else by the number.
 */
export function isOtherPerson(held: Contact, pasted: Contact, country: string): boolean {
  const isSame = (name: string): boolean =>
    (held[name] ?? '') !== '' && isSameName(held[name] ?? '', pasted[name] ?? '');
  if (differs(held, pasted, ['firstName', 'lastName'])) return true;
  if (isSame('lastName')) return false;
  if (differs(held, pasted, ['email'])) return true;
  const [own, theirs] = [phoneOf(held, country), phoneOf(pasted, country)];
  return !isSame('email') && own !== '' && theirs !== '' && own !== theirs;
}

/** A pasted person's details as one text. */
export function contactText({
  firstName = '',
  lastName = '',
  email = '',
  phoneNumber = '',
}: Pasted['contact']): string {
  const { number } = shownPhone(phoneNumber);
  return [wholeName(firstName, lastName), email, number].filter((part) => part !== '').join(', ');
}
