import type { Card } from '../../cards/elements.ts';
import { partsToRemember } from '../../dialogs/corrections/latestCard.ts';
import { defined } from '../../lib/optional.ts';
import type { User } from '../../model/user.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { type Log, safeError } from '../log.ts';
import type { Turns } from '../turn/turns.ts';

/** A card sent outside a turn, its user, and the job whose progress it comes after; absent for one that comes by itself. */
interface SentCard {
  readonly userId: string;
  readonly job?: string;
  readonly card: Card;
}

/**
 * Remembers a card that was sent outside a turn as the one shown last, so that its buttons can be typed; not where the user went
 * on to something else since. An error is logged: what is typed then is only not understood.
 */
export async function rememberResult(
  { turns, log }: { readonly turns: Turns; readonly log: Log },
  { tenantId }: Partner,
  { userId, job, card }: SentCard,
): Promise<void> {
  try {
    await turns.run(
      tenantId,
      userId,
      async ({ person }) => {
        const isNext = job === undefined ? !isAtForm(person) : person.card?.job === job;
        if (!isNext) return { save: false, result: undefined };
        delete person.card;
        const parts = partsToRemember(card);
        if (parts !== undefined) person.card = { ...parts, ...defined({ resultOf: job }) };
        return { save: true, result: undefined };
      },
      async () => undefined,
    );
  } catch (error) {
    log.error({ err: safeError(error) }, 'the buttons of a result could not be remembered');
  }
}

const isAtForm = ({ open, away, beside }: User): boolean => open !== undefined && (away !== true || beside === true);
