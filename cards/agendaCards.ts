import {
  type AgendaEntry,
  agendaRow,
  type AgendaView,
  firstAgendaLines,
  knowledgeLines,
  morningButton,
  ownChangesButtons,
} from './agendaLines.ts';
import { button, buttons, type Card, card, command, fitToSizeLimit, heading } from './elements.ts';
import { positionLines } from './page.ts';

/** Entries on one page of the list. */
const perPage = 15;

/** The list of everything that waits for a user, a page at a time; `from` is the index of its first entry. */
export function agendaCard(view: AgendaView, from: number): Card {
  const { words, entries } = view;
  const { t } = words;
  const start = Math.floor(Math.min(from, Math.max(0, entries.length - 1)) / perPage) * perPage;
  const shown = entries.slice(start, start + perPage);
  const position = { from: start + 1, to: start + shown.length, of: entries.length };
  const refresh = { verb: 'agenda', argument: String(start) };
  return fitToSizeLimit(
    card(
      t('agenda.title'),
      [
        heading(t('agenda.title')),
        ...knowledgeLines(view, entries.length === 0 ? refresh : undefined),
        ...positionLines(position, words, refresh),
        ...shown.map((entry: AgendaEntry) => agendaRow(entry, view)),
        ...turningLines(view, start),
      ],
      [
        button(t('button.home'), command('hello')),
        button(t('button.renewals'), command('renewals')),
        morningButton(view, String(start)),
      ],
    ),
  );
}

function turningLines(view: AgendaView, start: number) {
  const {
    words: { t },
    entries,
  } = view;
  const to = (index: number) => ({ verb: 'agenda', argument: String(index) });
  const turning = [
    ...(start + perPage < entries.length ? [button(t('button.nextPage'), to(start + perPage))] : []),
    ...(start > 0 ? [button(t('button.previousPage'), to(start - perPage))] : []),
    ...ownChangesButtons(view),
  ];
  return turning.length === 0 ? [] : [buttons(...turning)];
}

/** The morning's message: the first entries of the agenda, the ways on, and the button that ends these messages. */
export const morningCard = (view: AgendaView): Card =>
  card(
    view.words.t('morning.summary', { n: view.entries.length }),
    [heading(view.words.t('morning.title')), ...firstAgendaLines(view), ...knowledgeLines(view)],
    [
      button(view.words.t('button.home'), command('hello')),
      button(view.words.t('button.customers'), command('customers')),
      morningButton({ ...view, morning: true }),
    ],
  );
