import { accountFields, type AccountField } from '../cards/accountFields.ts';
import type { Draft, Values } from '../storage/draft.ts';

const together = ({ company, contact }: Draft['accepted']): Values => ({ ...company, ...contact });

/** The inputs of account info whose answers differ from what the draft began with; none of any other draft. */
export function changedFields({ purpose, accepted }: Pick<Draft, 'purpose' | 'accepted'>): readonly AccountField[] {
  if (purpose?.kind !== 'account') return [];
  const [before, now] = [together(purpose.before), together(accepted)];
  return accountFields.filter((name) => (before[name] ?? '') !== (now[name] ?? ''));
}
