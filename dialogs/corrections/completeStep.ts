import { inputValues, validate } from '../../forms/draftFlow.ts';
import { openSections } from '../../forms/steps.ts';
import type { DraftCard } from './latestCard.ts';

/**
 * True when everything that the draft's card asks is known here. What is typed into its inputs is not until a button is
 * pressed, so a typed “next” would judge inputs that are filled in on the screen as empty.
 */
export const isStepComplete = ({ draft, context }: DraftCard): boolean =>
  openSections(draft, context).every((one) => {
    const values = inputValues(draft, one, context);
    return 'answers' in validate(one, values, context);
  });
