import { awaitsCustomer } from '../../partner-center/rules/agreement.ts';
import { reopenRefusedAnswer, reopenRefusedLines, requireRefusedInputs } from '../../forms/rejectedDraft.ts';
import { newDraft } from '../../forms/draftFlow.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Change } from '../../model/change.ts';
import type { Draft } from '../../model/draft.ts';
import type { Submission } from '../../model/submission.ts';
import type { Turns } from '../turn/turns.ts';
import { defined } from '../../lib/optional.ts';

/** A draft to restore, and its owner. */
export interface DraftToRestore {
  readonly userId: string;
  readonly draft: Draft;
  /** True when the draft is added to the others without being opened. */
  readonly closed?: boolean;
}

/**
 * Restores a draft of the user and opens it unless it is `closed`. A second call leaves one draft.
 */
export async function restoreDraft(
  turns: Turns,
  { tenantId }: Partner,
  { userId, draft, closed = false }: DraftToRestore,
): Promise<Draft> {
  await turns.run(
    tenantId,
    userId,
    async ({ person }) => {
      if (!person.drafts.some(({ id }) => id === draft.id)) person.drafts = [draft, ...person.drafts];
      if (!closed) {
        person.open = draft.id;
        // Its card is shown next.
        delete person.away;
        delete person.beside;
        delete person.card;
      }
      return { save: true, result: undefined };
    },
    async () => undefined,
  );
  return draft;
}

// A new id, so that cards of the submitted draft stay outdated.
const emptyDraft = (id: string, now: Date): Draft => newDraft(`${id}r`, now.toISOString());

/** The draft of a submission whose customer was refused, with the refused answer asked again. */
export function draftOfJob({ id, sections, stages, request }: Submission, now: Date): Draft {
  const draft = { ...emptyDraft(id, now), accepted: sections, keptName: request.customer.companyName };
  const { fault } = stages.customer;
  const asking = requireRefusedInputs(draft, request, fault);
  return fault === undefined ? asking : reopenRefusedAnswer(asking, fault);
}

/**
 * The draft of a change that was refused or given up, of the refused lines of an order, or of a change with an unclear
 * outcome; undefined when there is nothing to correct.
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
  const former = { ...emptyDraft(id, now), ...draft, ...defined({ from: record }) };
  // A refused order is refused for its cart, unless another field is named or the customer only has to accept; a
  // dropped order was not refused.
  const isOfCart =
    what.kind === 'order' && dropped !== true && fault?.field === undefined && !awaitsCustomer(fault?.reason);
  if (fault !== undefined)
    return isOfCart
      ? reopenRefusedLines(former, Array(what.lines.length).fill({ fault }))
      : reopenRefusedAnswer(former, fault);
  if (stands !== undefined || dropped === true) return former;
  const isRefused = what.kind === 'order' && what.lines.some((line) => line.fault !== undefined);
  return isRefused ? reopenRefusedLines(former, what.lines) : undefined;
}
