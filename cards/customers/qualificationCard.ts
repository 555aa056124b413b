import type { QualificationKind, Vetting } from '../../partner-center/qualification.ts';
import { button, buttons } from '../buttons.ts';
import {
  card,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  subheading,
  type Card,
  type Element,
} from '../elements.ts';
import { vettingLines } from './vettingLines.ts';
import { openCustomer, type Once } from './whose.ts';

/** Where a nonprofit organization registers with Microsoft. */
const nonprofitSite = 'nonprofit.microsoft.com';

/** One qualification that can be asked for. */
export interface Askable {
  readonly kind: QualificationKind;
  /** How it was refused before. */
  readonly denied?: Vetting;
  /** Its inputs, with what is wrong beneath each. */
  readonly inputs: readonly Element[];
}

/** Request special qualification: each that can be asked for, with its inputs and its own button. */
export interface QualificationView extends Once {
  readonly choices: readonly Askable[];
}

/** Asks what Microsoft needs to check a qualification, and says when it counts. */
export function qualificationCard(view: QualificationView): Card {
  const { words, choices } = view;
  const { t } = words;
  return card(
    t('button.askQualification'),
    [
      heading(t('button.askQualification')),
      strong(shortened(view.companyName)),
      paragraph(t('askQualification.text')),
      ...choices.map((choice) => entry(choice, view)),
      paragraph(t('askQualification.nonprofit', { site: nonprofitSite }), { subtle: true }),
    ],
    [openCustomer(view)],
  );
}

function entry({ kind, denied, inputs }: Askable, { words, ref, changeId }: QualificationView): Element {
  const { t } = words;
  const title = t(`qualification.${kind}`);
  const argument = `${ref} ${changeId} ${kind}`;
  return group([
    subheading(title),
    ...(denied === undefined ? [] : vettingLines(denied, words)),
    ...(kind === 'education' ? [paragraph(t('askQualification.education'))] : []),
    ...inputs,
    // Two buttons of one title: those who hear them alone are told which is which.
    buttons({ ...button(t('button.sendQualification'), { verb: 'requestQualification', argument }), tooltip: title }),
  ]);
}
