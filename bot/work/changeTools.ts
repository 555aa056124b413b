import type { Partner } from '../../partner-center/partner.ts';
import type { Change } from '../../storage/changes.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Draft } from '../../storage/draft.ts';
import type { Returned } from './givenBack.ts';
import type { WorkTools } from './workTools.ts';

/** What changes of customers are carried out with. */
export interface ChangeTools extends WorkTools {
  readonly changes: Collection<Change>;
  readonly passwordMinutes: number;
  /** Gives the answers of what was not done back to the person, as a draft. */
  readonly returnDraft: (partner: Partner, returned: Returned) => Promise<Draft>;
}
