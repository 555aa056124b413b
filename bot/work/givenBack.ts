import { awaitsCustomer } from '../../partner-center/agreement.ts';
import { askedAgain } from '../../forms/alsoAsked.ts';
import { newDraft } from '../../forms/draft.ts';
import { refusedDraft, refusedOrder } from '../../forms/refused.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Change } from '../../storage/changes.ts';
import type { Draft } from '../../storage/draft.ts';
import type { Job } from '../../storage/jobs.ts';
import type { Turns } from '../turn/turns.ts';

/** Whose it is, and what they get back. */
export interface Returned {
  readonly userId: string;
  readonly draft: Draft;
  /** It is only kept among the others. */
  readonly closed?: boolean;
}

/**
 * Gives the answers of what was not done back to the person, as an open draft. Doing it twice leaves one draft.
 */
export async function giveBack(
  turns: Turns,
  { tenantId }: Partner,
  { userId, draft, closed = false }: Returned,
): Promise<Draft> {
  await turns.run(
    tenantId,
    userId,
    async ({ person }) => {
      if (!person.drafts.some(({ id }) => id === draft.id)) person.drafts = [draft, ...person.drafts];
      if (!closed) person.open = draft.id;
      return { save: true, result: undefined };
    },
    async () => undefined,
  );
  return draft;
}

// A new id: cards of the submitted draft must stay out of date.
const emptyDraft = (id: string, now: Date): Draft => newDraft(`${id}r`, now.toISOString());

/** The draft of a submission whose customer was refused; the answer that is about is asked again. */
export function draftOfJob({ id, sections, stages, request }: Job, now: Date): Draft {
  const draft = { ...emptyDraft(id, now), accepted: sections, keptName: request.customer.companyName };
  const { fault } = stages.customer;
  const asking = askedAgain(draft, request, fault);
  return fault === undefined ? asking : refusedDraft(asking, fault);
}

/**
 * The draft of a change that was refused or given up, or of an order's lines that were refused, or of what nobody can tell
 * the outcome of; undefined where there is nothing to mend.
 */
export function draftOfChange(change: Change, now: Date): Draft | undefined {
  const {
    id,
    customer: { record },
    draft,
    what,
    fault,
    stands,
    dropped,
  } = change;
  if (draft === undefined) return undefined;
  const former = { ...emptyDraft(id, now), ...draft, ...(record === undefined ? {} : { from: record }) };
  // An order is refused for what stands in its cart, unless another answer is named, or the customer only has to accept;
  // what was given up was not refused.
  const isOfCart =
    what.kind === 'order' && dropped !== true && fault?.field === undefined && !awaitsCustomer(fault?.reason);
  if (fault !== undefined)
    return isOfCart ? refusedOrder(former, Array(what.lines.length).fill({ fault })) : refusedDraft(former, fault);
  if (stands !== undefined || dropped === true) return former;
  const isRefused = what.kind === 'order' && what.lines.some((line) => line.fault !== undefined);
  return isRefused ? refusedOrder(former, what.lines) : undefined;
}
