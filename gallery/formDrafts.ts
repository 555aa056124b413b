import type { Context } from '../forms/context.ts';
import { keepInputs, newDraft } from '../forms/draftFlow.ts';
import { fillsFromPaste } from '../forms/paste/draftValues.ts';
import type { Section, SectionId } from '../forms/section.ts';
import { sections } from '../forms/sections.ts';
import type { Draft, Values } from '../model/draft.ts';
import { goodValues } from '../test/forms/answers.ts';
import { planted } from './hostileText.ts';

/** Values typed into sections, by their ids. */
type Typed = Readonly<Partial<Record<SectionId, Values>>>;

/** A draft open at these sections, everything else answered. */
export function draftAt(
  open: readonly Section[],
  context: Context,
  typed: Typed | undefined,
  more: Partial<Draft> = {},
): Draft {
  const before = Object.fromEntries(
    sections(context).flatMap((one) =>
      open.includes(one) ? [] : [[one.id, context.accepted[one.id] ?? goodValues(one.id, context)]],
    ),
  );
  const draft = {
    ...newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z'),
    accepted: before,
    ...aboutOf(context),
    ...more,
  };
  return typed === undefined
    ? draft
    : open.reduce((so, one) => {
        const values = typed[one.id] ?? {};
        const parsed = one.parse(values, context);
        return keepInputs(so, one.id, values, 'faults' in parsed ? parsed.faults : {});
      }, draft);
}

/** The part of a draft that says what it changes. */
export const aboutOf = ({ purpose }: Context) => (purpose === undefined ? {} : { purpose });

/** Every name these sections have inputs for, each holding that text. */
const everyInput = (open: readonly Section[], context: Context, text: string): Typed =>
  Object.fromEntries(
    open.map(({ id }) => [
      id,
      Object.fromEntries(Object.keys(goodValues(id, context)).map((name) => [name, text] as const)),
    ]),
  );

const well = (open: readonly Section[], context: Context): Typed =>
  Object.fromEntries(open.map(({ id }) => [id, goodValues(id, context)]));

/** The states of a card that asks these sections, by name. */
export function states(open: readonly Section[], context: Context): Record<string, Draft> {
  const at = (typed: Typed | undefined, more?: Partial<Draft>) => draftAt(open, context, typed, more);
  const ids = open.map(({ id }) => id);
  const pasted = ids.filter(fillsFromPaste);
  return {
    untouched: at(undefined),
    'every answer missing': at({}),
    'well answered': at(well(open, context)),
    'every answer wrong': at(everyInput(open, context, planted(4000))),
    'short texts': at(everyInput(open, context, planted(24))),
    'asked again': at(well(open, context), { invalidated: ids }),
    ...(pasted.length === 0
      ? {}
      : {
          pasted: at(well(open, context), { pasted, leftOut: { country: 'DK', text: planted(100) } }),
          'pasted beside another address': at(well(open, context), {
            pasted,
            leftOut: { country: context.country, text: planted(100), isOtherAddress: true },
          }),
        }),
  };
}
