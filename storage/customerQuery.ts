import type { CustomerEntry } from './customerIndex.ts';
import { folded } from './folded.ts';

/** Which customers: those with that in name, domain or reseller, or with just that Microsoft ID; of that reseller. Empty texts mean all. */
export interface CustomerQuery {
  readonly find: string;
  /** A tenant id. */
  readonly reseller: string;
}

/** Does it leave nobody out? */
export const isAll = ({ find, reseller }: CustomerQuery): boolean => folded(find) === '' && reseller === '';

/** What is looked at of a customer to find it. */
type Searched = Pick<CustomerEntry, 'text' | 'microsoftId' | 'resellerId'>;

/** Does it fit? */
export function fits({ find, reseller }: CustomerQuery): (entry: Searched) => boolean {
  const text = folded(find);
  const isOf = (entry: Searched) => reseller === '' || entry.resellerId === reseller;
  if (text === '') return isOf;
  const id = folded(find).toLowerCase();
  const isIt = guid.test(id) ? (entry: Searched) => entry.microsoftId.toLowerCase() === id : never;
  return (entry) => isOf(entry) && (entry.text.includes(text) || isIt(entry));
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const never = (): boolean => false;
