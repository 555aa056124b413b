import type { Words } from '../locales/words.ts';
import { button, type Element, inputPair, type PressData } from './elements.ts';
import type { FieldName } from './labels.ts';
import { entryButton } from './listEntry.ts';

/**
 * An input made with its label, and the lines of its faults beneath. Where there are faults, the label says so too: a
 * screen reader that goes from input to input reads the labels alone, and no card of version 1.5 can tie a line to an
 * input otherwise (WCAG 2.2, 3.3.1).
 */
export function inputWithFaults(
  label: string,
  made: (label: string) => Element,
  faultLines: readonly Element[],
  words: Words,
): [Element, ...Element[]] {
  return [made(faultLines.length === 0 ? label : words.t('form.atFault', { label })), ...faultLines];
}

/** Data of a search input: its label, its text, and the data Find sends. */
interface SearchInputData {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly find: PressData;
}

/**
 * Search input with Find as its own action, which the keyboard presses too: Enter in the built-in chat page, Ctrl+Enter
 * where the plain library draws the card (AdaptiveCards pull request 4840).
 */
export const searchInput = ({ id, label, placeholder, value, find }: SearchInputData, words: Words): Element => ({
  type: 'Input.Text',
  id,
  label,
  placeholder,
  value,
  inlineAction: entryButton(button(words.t('button.find'), find), label, words),
});

/** Inputs that are one thing to people, by their names. */
const kindOfInput: Readonly<
  Partial<
    Record<FieldName, 'street' | 'place' | 'customer' | 'acceptance' | 'name' | 'reach' | 'organization' | 'recipient'>
  >
> = {
  addressLine1: 'street',
  addressLine2: 'street',
  city: 'place',
  state: 'place',
  postalCode: 'place',
  culture: 'place',
  qualification: 'customer',
  gdap: 'customer',
  dateAccepted: 'acceptance',
  signer: 'acceptance',
  registrationNumber: 'organization',
  organizationPhone: 'organization',
  firstName: 'name',
  lastName: 'name',
  email: 'reach',
  phoneNumber: 'reach',
  mailCompany: 'recipient',
  mailTo: 'recipient',
};

/** One input with what stands beneath it. */
interface NamedInput {
  readonly name: FieldName;
  readonly elements: readonly Element[];
}

/** Inputs one under the other; neighbours of one kind stand side by side, two in a row. */
export function inputRows(inputs: readonly NamedInput[]): Element[] {
  const [first, second, ...others] = inputs;
  if (first === undefined) return [];
  const kind = kindOfInput[first.name];
  if (second !== undefined && kind !== undefined && kind === kindOfInput[second.name])
    return [inputPair(first.elements, second.elements), ...inputRows(others)];
  return [...first.elements, ...inputRows(inputs.slice(1))];
}
