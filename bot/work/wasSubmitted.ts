import type { Partner } from '../../partner-center/partner.ts';
import type { Job } from '../../storage/jobs.ts';
import type { Turns } from '../turn/turns.ts';

/**
 * Was the turn that wrote this intent saved? If not, `discard` is run before the person's next turn, which may submit the
 * draft anew. Where what was saved of the person cannot be read any more, the intent counts: it was pressed.
 */
export async function wasSubmitted(
  turns: Turns,
  { tenantId }: Partner,
  { id, userId }: Pick<Job, 'id' | 'userId'>,
  discard: () => Promise<void>,
): Promise<boolean> {
  let saved = false;
  await turns.run(
    tenantId,
    userId,
    async ({ person, recovered }) => {
      saved = recovered || (person.submitted?.includes(id) ?? false);
      if (!saved) await discard();
      return { save: false, result: undefined };
    },
    async () => undefined,
  );
  return saved;
}
