import type { Partner } from '../partner-center/partner.ts';
import { everyItem, type Collection } from '../storage/collection.ts';
import type { Person } from '../storage/people.ts';
import type { Turns } from './turn/turns.ts';

/** Removes the drafts that were made from an erased record, whoever of the partner made them. */
export async function forgetDraftsOf(
  people: Collection<Person>,
  turns: Turns,
  { tenantId }: Partner,
  record: string,
): Promise<void> {
  for await (const { id, value } of everyItem(people, tenantId)) {
    if (!value.drafts.some(({ from }) => from === record)) continue;
    await turns.run(
      tenantId,
      id,
      async ({ person }) => {
        person.drafts = person.drafts.filter(({ from }) => from !== record);
        return { save: true, result: undefined };
      },
      async () => undefined,
    );
  }
}
