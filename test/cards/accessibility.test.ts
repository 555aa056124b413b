import assert from 'node:assert/strict';
import type { Card } from '../../cards/elements.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { faultsOf, inputsOf } from '../cardReading.ts';
import { gallery } from '../../gallery/cards.ts';
import { withBothTexts } from '../../gallery/realisticText.ts';
import type { Shown } from '../../gallery/shownCard.ts';
import { actions, parts } from './parts.ts';

const isHeading = (part: object | undefined): boolean =>
  part !== undefined && 'style' in part && part.style === 'heading';

/** The first text of a card: in its first row, where that is one. */
const firstText = (card: Card) => parts(card.body).find(({ type }) => type === 'TextBlock' || type === 'RichTextBlock');

const textOfRun = (run: unknown): string =>
  typeof run === 'string'
    ? run
    : typeof run === 'object' && run !== null && 'text' in run && typeof run.text === 'string'
      ? run.text
      : '';

/** What a person reads of a card, as tests of conversations read it. */
const shownCard = (card: Card) => ({ id: '', content: { ...card } });

for (const locale of locales) {
  describe(`the cards in ${locale}, for those who cannot see them`, () => {
    const { t } = words(locale);
    const all = withBothTexts(gallery(words(locale)));
    const asking = all.filter(({ name }) => name.endsWith(': every answer missing'));
    const each = (shown: readonly Shown[], found: (card: Card) => unknown[]) =>
      assert.deepEqual(
        shown.flatMap(({ name, card }) => found(card).map((wrong) => `${name}: ${JSON.stringify(wrong)}`)).slice(0, 10),
        [],
      );

    it('begin with a heading where something can be done', () =>
      each(all, (card) => (actions(card).length === 0 || isHeading(firstText(card)) ? [] : [card.body[0]])));

    it('say of buttons with one title what each is for, where the card has room for it', () => {
      let told = 0;
      each(all, (card) => {
        const shown = actions(card);
        const alike = shown.filter(({ title }) => shown.filter((other) => other.title === title).length > 1);
        told += alike.filter(({ tooltip }) => tooltip !== undefined).length;
        if (JSON.stringify(card).length * 2 > 22 * 1024) return [];
        return alike.filter(({ title, tooltip }) => !String(tooltip).startsWith(String(title)));
      });
      assert.ok(told > 500, String(told));
    });

    it('show no name of a review in pieces: beside a button a phone has room for 18 characters without a blank', () => {
      const beside = (card: Card) =>
        parts(card.body)
          .filter(
            ({ type, columns }) =>
              type === 'ColumnSet' && actions({ ...card, body: columns as Card['body'] }).length > 0,
          )
          .flatMap((part) => parts(part))
          .filter(({ weight, text }) => weight === 'Bolder' && /[^ \p{Script=Han}]{19}/u.test(String(text)));
      each(
        all.filter(({ name }) => name.startsWith('realistic review')),
        beside,
      );
    });

    it('tell nothing by colour alone: what is coloured begins with a sign', () =>
      each(all, (card) =>
        parts(card).filter(
          ({ color, text }) => color !== undefined && !(typeof text === 'string' && /^(?:[⚠✓] |●$)/.test(text)),
        ),
      ));

    it('say each state in a word behind its sign', () =>
      each(all, (card) =>
        parts(card).filter(
          ({ inlines }) =>
            Array.isArray(inlines) &&
            inlines.some((run: unknown, at) => textOfRun(run) === '●' && textOfRun(inlines[at + 1]).trim() === ''),
        ),
      ));

    it('say at the top how many answers are at fault, and beside each what is wrong with it', () => {
      assert.ok(asking.length > 20);
      each(asking, (card) => {
        const { '': top, ...beside } = faultsOf(shownCard(card));
        const n = Object.keys(beside).length;
        if (n === 0) return top === undefined ? [] : [top];
        const said = t('form.faults', { n });
        return top === said && (card.speak ?? '').startsWith(said) ? [] : [{ top, said, speak: card.speak }];
      });
    });

    it('say in the label of each input at fault that it is, for those who go from input to input', () => {
      const [before = '', after = ''] = t('form.atFault', { label: '\n' }).split('\n');
      // These are wrong with an offer, not with what was typed; beneath a search stands what could not be read.
      const ofOffers = (['fault.cart.needsBaseOf', 'fault.cart.segment', 'fault.cart.unread'] as const).map(
        (key) => words(locale).say(key, { base: '\n' }).split('\n')[0] ?? '',
      );
      let marked = 0;
      each(all, (card) => {
        const faults = faultsOf(shownCard(card));
        return Object.entries(inputsOf(shownCard(card))).flatMap(([id, { label }]) => {
          const isMarked = label.startsWith(before) && label.endsWith(after);
          if (isMarked) marked += 1;
          if (id.startsWith('find')) return [];
          const fault = faults[id] ?? '';
          return isMarked === (fault !== '' && !ofOffers.some((said) => fault.startsWith(said))) ? [] : [[id, fault]];
        });
      });
      assert.ok(marked > 40, String(marked));
    });

    it('say in words which answers may be left out', () => {
      const [before = '', after = ''] = t('form.optional', { label: '\n' }).split('\n');
      each(asking, (card) => {
        const faults = faultsOf(shownCard(card));
        const inputs = Object.entries(inputsOf(shownCard(card))).filter(
          ([id, { type }]) => !id.startsWith('find') && type !== 'Input.Toggle',
        );
        return inputs.filter(
          ([id, { label }]) => (label.startsWith(before) && label.endsWith(after)) !== (faults[id] === undefined),
        );
      });
    });
  });
}
