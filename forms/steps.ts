import type { Draft } from '../model/draft.ts';
import type { Context } from './context.ts';
import { isOpen, leaveUpdate, reopen } from './draftFlow.ts';
import type { Section, SectionId } from './section.ts';
import { sections } from './sections.ts';

/** The steps of the form in order; the sections of a step are asked on one card. */
const stepTable: readonly (readonly SectionId[])[] = [
  ['country'],
  ['company'],
  ['qualification'],
  ['contact', 'agreement'],
  ['signer'],
  ['reseller', 'subscriptions'],
];

/** The first section that is open, or the review when every section is answered. */
type OpenSection = SectionId | 'review';

/** The step that a section is asked in. */
const stepWith = (id: SectionId): readonly SectionId[] => stepTable.find((ids) => ids.includes(id)) ?? [id];

/** The first section that is unanswered or reopened, else the review. The whole conversation follows from it. */
export const nextOpen = (draft: Draft, context: Context): OpenSection =>
  sections(context).find(({ id }) => isOpen(draft, id))?.id ?? 'review';

/** The open sections of the step that is asked now, which its card asks together; none at the review. */
export function openSections(draft: Draft, context: Context): readonly Section[] {
  const open = nextOpen(draft, context);
  return open === 'review' ? [] : openAmong(draft, stepWith(open), context);
}

/** The open sections of the step that this section is asked in. */
export const openBeside = (draft: Draft, id: SectionId, context: Context): readonly Section[] =>
  openAmong(draft, stepWith(id), context);

const openAmong = (draft: Draft, step: readonly SectionId[], context: Context): readonly Section[] =>
  sections(context).filter(({ id }) => step.includes(id) && isOpen(draft, id));

/** True for a step that is counted: a new customer's country is taken, and changed as a part of the company's step. */
const isCounted = ({ purpose }: Draft, [first]: readonly SectionId[]): boolean =>
  first !== 'country' || purpose !== undefined;

/** The steps that this draft has in this context, each with the sections that apply. */
const stepsOf = (draft: Draft, context: Context): readonly (readonly SectionId[])[] => {
  const asked = sections(context);
  return stepTable
    .map((ids) => ids.filter((id) => asked.some((one) => one.id === id)))
    .filter((ids) => ids.length > 0 && isCounted(draft, ids));
};

/** Index of the draft's step among these; the review comes after all of them. */
function placeOf(draft: Draft, steps: readonly (readonly SectionId[])[], context: Context): number {
  const open = nextOpen(draft, context);
  return open === 'review'
    ? steps.length
    : Math.max(
        0,
        steps.findIndex((ids) => ids.includes(open)),
      );
}

/** The number of the draft's step and the total, e.g. 2 of 4; the review is the last. */
export function stepOf(draft: Draft, context: Context): { n: number; m: number } {
  const steps = stepsOf(draft, context);
  return { n: placeOf(draft, steps, context) + 1, m: steps.length + 1 };
}

/** The sections of the step that comes when the open one is answered; none where that is the review. */
export function sectionsAfter(draft: Draft, context: Context): readonly SectionId[] {
  const asked = openSections(draft, context).map(({ id }) => id);
  const next = sections(context).find(({ id }) => isOpen(draft, id) && !asked.includes(id))?.id;
  return next === undefined ? [] : stepWith(next);
}

/**
 * Goes back to the step before this one, whose sections are all asked again; to where Update or Change country was
 * pressed, when that opened this one.
 */
export function back(draft: Draft, context: Context): Draft {
  const updated = updatedSection(draft, context);
  if (updated !== undefined) return leaveUpdate(draft, updated);
  return (stepBefore(draft, context) ?? []).reduce(reopen, draft);
}

/** True when there is a step to go back to: the one before, or that in which Update or Change country was pressed. */
export const hasBack = (draft: Draft, context: Context): boolean =>
  updatedSection(draft, context) !== undefined || stepBefore(draft, context) !== undefined;

/** The section that Update or Change country opened, while its card is open. */
const updatedSection = (draft: Draft, context: Context): SectionId | undefined =>
  openSections(draft, context).find(({ id }) => id === draft.updating)?.id;

function stepBefore(draft: Draft, context: Context): readonly SectionId[] | undefined {
  const steps = stepsOf(draft, context);
  const before = steps[placeOf(draft, steps, context) - 1];
  return before ?? (isCountryChosen(draft, context) ? ['country'] : undefined);
}

/** True for a draft whose country is not the partner's own, taken without asking: Back from the first card leads to it. */
const isCountryChosen = (draft: Draft, context: Context): boolean =>
  draft.ownCountry === undefined && !isOpen(draft, 'country') && sections(context).some(({ id }) => id === 'country');

/** The sections before the open step that are answered, in order; the country's answer stands on the company's card. */
export function doneSections(draft: Draft, context: Context): readonly Section[] {
  const open = nextOpen(draft, context);
  const asked = sections(context);
  const place = open === 'review' ? asked.length : asked.findIndex(({ id }) => id === open);
  return asked.slice(0, place).filter(({ id }) => id !== 'country');
}
