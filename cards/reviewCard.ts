import {
  button,
  buttons,
  card,
  factLines,
  group,
  heading,
  paragraph,
  row,
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

/** Everything that was entered, each part with its Update, and Submit. `notes` are said above Submit. */
export function reviewCard(
  view: Pick<Shell, 'words' | 'token' | 'step'> & {
    readonly parts: readonly ReviewPart[];
    readonly notes: readonly string[];
  },
): Card {
  const { words, token, step } = view;
  const { t } = words;
  const whole = card(
    t('form.summary', { title: t('review.title'), step: t('form.step', step) }),
    [
      heading(t('review.title')),
      paragraph(t('form.step', step), { subtle: true }),
      paragraph(t('review.intro')),
      ...view.parts.map(({ id, title, facts }) =>
        group([
          row([subheading(title)], [buttons(button(t('button.update'), { verb: 'update', token, argument: id }))]),
          ...factLines(facts),
        ]),
      ),
      ...view.notes.map((note) => paragraph(note, { subtle: true })),
    ],
    [button(t('button.submit'), { verb: 'submit', token }, true), ...exits({ words, token, back: true })],
  );
  return fitted(whole);
}
