import type { Words } from '../locales/words.ts';
import { agendaLines, type AgendaView, firstAgendaLines } from './agendaLines.ts';
import { button, card, type Card, command, type Element, heading, paragraph } from './elements.ts';

/** Data of the home card. */
interface HomeView {
  readonly words: Words;
  readonly partner: string;
  readonly cloud: string;
  /** True where the card also explains the bot's purpose. */
  readonly welcome: boolean;
  /** Catalogue key of the reason why customers cannot be added here; absent where they can. */
  readonly refusal?: 'refusal.reseller' | 'refusal.resellerOnly' | 'refusal.germany';
  readonly invitation: boolean;
  readonly practice: boolean;
  readonly agenda: AgendaView;
}

/** The home card: what the bot is, what waits for the user, and where to begin. */
export function homeCard(view: HomeView): Card {
  const { words } = view;
  const { t } = words;
  return card(
    t(view.refusal === undefined ? 'home.summary' : 'home.summaryView'),
    [
      heading(t('home.title')),
      paragraph(t('home.partner', { partner: view.partner, cloud: view.cloud }), { subtle: true }),
      ...introLines(view),
      ...(view.practice ? [paragraph(t('home.practice'), { subtle: true })] : []),
      ...agendaPart(view.welcome ? firstAgendaLines(view.agenda) : agendaLines(view.agenda)),
    ],
    [
      ...(view.refusal === undefined ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
      ...(view.refusal !== undefined && view.invitation ? [button(t('button.invite'), command('invite'), true)] : []),
      button(t('button.customers'), command('customers')),
      button(t('button.renewals'), command('renewals')),
      button(t('button.language'), command('language')),
      button(t('button.help'), command('help')),
    ],
  );
}

/** The agenda as a part of its own: a client can show it elsewhere as well. */
const agendaPart = (items: readonly Element[]): Element[] =>
  items.length === 0 ? [] : [{ type: 'Container', id: 'agenda', spacing: 'Medium', items: [...items] }];

function introLines({ words: { t }, refusal, welcome }: HomeView): Element[] {
  if (refusal !== undefined) return [paragraph(t(refusal))];
  return welcome ? [paragraph(t('home.intro')), paragraph(t('sentence.short'))] : [];
}
