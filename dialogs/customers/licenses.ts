import { licensesCard, type LicensesView } from '../../cards/customers/licensesCard.ts';
import { sureLicensesCard } from '../../cards/customers/sureLicensesCard.ts';
import { judgeLicenses, type Judged } from '../../forms/licenses.ts';
import { scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Offer } from '../../partner-center/offer.ts';
import { cleanText } from '../../partner-center/text.ts';
import { isAnnounced } from './shownSchedule.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { changeable, said } from './existing.ts';
import { changesOf } from './openChanges.ts';
import { readOne, showSubscriptions, subscriptionOf } from './subscriptions.ts';
import { offersSoon } from '../offers.ts';
import { refOf, type Targeted } from './targets.ts';
import { wayBack } from './wayBack.ts';
import type { Turn } from '../turn.ts';

/** Change licenses: asks for the number, by `ref subscription`; one that was thought of stands typed. */
export async function askLicenses(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  turn.replies.keep();
  const found = await changeable(turn, ref);
  const present = found === undefined ? undefined : await subscriptionOf(turn, found, id);
  if (found === undefined || present === undefined) return;
  const typed = turn.press?.values['quantity'] ?? String(present.quantity);
  await ask(turn, found, { changeId: turn.newId(), subscription: present, present, typed });
}

/** The number was typed: it is judged, and handed to a durable change, by `ref subscription change`. */
export async function setLicenses(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) return showSubscriptions(turn, ref);
  const found = await changeable(turn, ref);
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return;
  const typed = turn.press?.values['quantity'] ?? '';
  const answer = await said(readOne(turn, found, id));
  if (answer === undefined) return;
  if ('fault' in answer) return ask(turn, found, { changeId, subscription: sentOf(turn, id), typed, trouble: answer });
  const judged = await judge(turn, found, answer);
  if ('fault' in judged)
    return ask(turn, found, { changeId, subscription: answer, present: answer, typed, fault: judged.fault });
  if (!isAnnounced(turn, answer)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return ask(turn, found, { changeId, subscription: answer, present: answer, typed });
  }
  const { name, unit, quantity: from } = answer;
  const { to } = judged;
  if (isMany(from, to) && turn.press?.values['sure'] !== String(to))
    return askSure(turn, found, { changeId, to }, answer);
  const gone = scheduledChangesOf(answer);
  const what = {
    kind: 'quantity',
    subscriptionId: id,
    name,
    unit,
    from,
    to,
    ...(gone === undefined ? {} : { gone }),
  } as const;
  return submitChange(turn, { id: changeId, customer: found.target, what });
}

/** More than twice as many are asked about: they are bought at once, for the whole term. */
const isMany = (from: number, to: number): boolean => to > 2 * from;

function askSure(
  turn: Turn,
  found: Targeted,
  asked: { readonly changeId: string; readonly to: number },
  subscription: Subscription,
): void {
  const { companyName } = found.target;
  const made = sureLicensesCard({ words: turn.words, ref: refOf(found.target), companyName, ...asked, subscription });
  turn.replies.show(wayBack(turn, made));
}

type Asked = Pick<LicensesView, 'changeId' | 'subscription' | 'typed' | 'present' | 'fault' | 'trouble'>;

async function ask(turn: Turn, found: Targeted, asked: Asked): Promise<void> {
  const { present } = asked;
  const offer = present === undefined ? undefined : await offerOf(turn, found, present);
  const open = (await changesOf(turn, found.target)).filter(({ state }) => state !== 'done');
  const { scheduled } = turn.press?.values ?? {};
  const made = licensesCard({
    words: turn.words,
    now: turn.now,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    ...asked,
    ...(scheduled === undefined ? {} : { scheduled }),
    ...(offer === undefined || offer.unit === 'usage' ? {} : { limits: { min: offer.min, max: offer.max } }),
    changes: open.filter(({ what }) => 'subscriptionId' in what && what.subscriptionId === asked.subscription.id),
  });
  turn.replies.show(wayBack(turn, made));
}

/** What the card showed of it, so that it can be shown again without Partner Center. */
function sentOf({ press }: Turn, id: string): LicensesView['subscription'] {
  const { name = '', unit = '', from = '' } = press?.values ?? {};
  return { id, name: cleanText(name), unit, quantity: /^\d{1,9}$/.test(from) ? Number(from) : 0 };
}

async function judge(turn: Turn, found: Targeted, present: Subscription): Promise<Judged> {
  const { quantity = '', from = '' } = turn.press?.values ?? {};
  if (from !== String(present.quantity))
    return { fault: { key: 'fault.licenses.stale', data: { n: present.quantity } } };
  return judgeLicenses(quantity, present, await offerOf(turn, found, present), turn.words.locale);
}

/** The offer a subscription is of; undefined where the catalogue does not have it, or is not read soon. */
export async function offerOf(turn: Turn, { record }: Targeted, { offerId }: Subscription): Promise<Offer | undefined> {
  const { offers } = await offersSoon(turn, record?.country ?? turn.partner.country);
  return offers.find(({ id }) => id === offerId);
}
