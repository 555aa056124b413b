import { button, buttons } from './buttons.ts';
import {
  card,
  factLines,
  group,
  heading,
  paragraph,
  row,
  strong,
  subheading,
  type Card,
  type Fact,
} from './elements.ts';
import { fitted } from './size.ts';
import { exits, type Shell } from './formCard.ts';

/** One part of the review. */
export interface ReviewPart {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** What the review shows. */
export interface ReviewView extends Pick<Shell, 'words' | 'token' | 'step' | 'about'> {
  /** What is to be checked. */
  readonly intro: string;
  readonly parts: readonly ReviewPart[];
  /** What is to be known before it is submitted. */
  readonly warnings?: readonly string[];
  /** Said above Submit. */
  readonly notes: readonly string[];
  /** Title of the button that submits; without it there is nothing to submit yet. */
  readonly submit?: string;
}

/** Everything that was entered, each part with its Update, and Submit where there is something to submit. */
export function reviewCard(view: ReviewView): Card {
  const { words, token, step, about, submit } = view;
  const { t } = words;
  const whole = card(
    t('form.summary', { title: t('review.title'), step: t('form.step', step) }),
    [
      heading(t('review.title')),
      ...(about === undefined ? [] : [strong(about)]),
      paragraph(t('form.step', step), { subtle: true }),
      paragraph(view.intro),
      ...view.parts.map(({ id, title, facts }) =>
        group([
          // Several buttons of one title: those who hear them alone are told which is which.
          row(
            [subheading(title)],
            [buttons({ ...button(t('button.update'), { verb: 'update', token, argument: id }), tooltip: title })],
          ),
          ...factLines(facts),
        ]),
      ),
      ...(view.warnings ?? []).map(strong),
      ...view.notes.map((note) => paragraph(note, { subtle: true })),
    ],
    [
      ...(submit === undefined ? [] : [button(submit, { verb: 'submit', token }, true)]),
      ...exits({ words, token, back: true }),
    ],
  );
  return fitted(whole);
}
