import type { CustomerEntry } from './customerIndex.ts';
import { matcher } from './folded.ts';

/** Which customers: those with all of these words in name, domain or reseller, or with just that Microsoft ID; of that reseller. Empty texts mean all. */
export interface CustomerQuery {
  readonly find: string;
  /** A tenant id. */
  readonly reseller: string;
}

/** Does it leave nobody out? */
export const isAll = ({ find, reseller }: CustomerQuery): boolean => find.trim() === '' && reseller === '';

/** What is looked at of a customer to find it. */
type Searched = Pick<CustomerEntry, 'text' | 'microsoftId' | 'resellerId'>;

/** Does it fit? A text without a letter or a digit fits nobody. */
export function fits({ find, reseller }: CustomerQuery): (entry: Searched) => boolean {
  const isOf = (entry: Searched) => reseller === '' || entry.resellerId === reseller;
  const id = find.normalize('NFKC').trim().toLowerCase();
  if (id === '') return isOf;
  const isIt = guid.test(id) ? (entry: Searched) => entry.microsoftId.toLowerCase() === id : never;
  const isNamed = matcher(find) ?? never;
  return (entry) => isOf(entry) && (isNamed(entry.text) || isIt(entry));
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const never = (): boolean => false;
