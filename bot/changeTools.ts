import type { Change } from '../storage/changes.ts';
import type { Collection } from '../storage/collection.ts';
import type { WorkTools } from './workTools.ts';

/** What changes of customers are carried out with. */
export interface ChangeTools extends WorkTools {
  readonly changes: Collection<Change>;
}
