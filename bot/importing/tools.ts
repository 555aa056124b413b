import type { CustomerList } from '../../partner-center/customerList.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customers } from '../../storage/customers.ts';
import type { Imports } from '../../storage/imports.ts';
import type { Job } from '../../storage/jobs.ts';
import type { DurableWork } from '../work/durableWork.ts';
import type { CredentialCards } from './credentialCards.ts';
import type { WorkTools } from '../work/workTools.ts';

/** What imports are carried out with. */
export interface ImportTools extends WorkTools {
  readonly imports: Imports;
  readonly customers: Customers;
  /** Partner Center's own list of the partner's customers, where it keeps one. */
  readonly listOf: (partner: Partner) => CustomerList | undefined;
  readonly jobs: Collection<Job>;
  readonly credentials: Pick<CredentialCards, 'rest' | 'blank'>;
  readonly passwordMinutes: number;
  readonly submissions: Pick<DurableWork, 'reconsider' | 'finish'>;
  /** The process is about to end: nothing is begun any more. */
  readonly ending: () => boolean;
}

/** Whose import it is. */
export interface Whose {
  readonly tools: ImportTools;
  readonly partner: Partner;
}
