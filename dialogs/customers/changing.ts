import { changingCard } from '../../cards/customers/changeCards.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Right } from '../../partner-center/partner.ts';
import type { Change, ChangeKind } from '../../storage/changes.ts';
import type { Item } from '../../storage/collection.ts';
import type { Target } from '../../storage/target.ts';
import { showCustomer } from './customer.ts';
import { isJustTaken } from '../doublePress.ts';
import { askedIn, writeIntent } from '../intent.ts';
import { may } from '../rights.ts';
import { refOf } from './targets.ts';
import type { Turn } from '../turn.ts';
import { listedPlace } from './wayBack.ts';

/** A change a partner asks for; the id is that of the card or draft it comes from. */
export interface Wish {
  readonly id: string;
  readonly customer: Target;
  readonly what: ChangeKind;
  /** What the draft held that it comes from. */
  readonly draft?: NonNullable<Change['draft']>;
}

/** The right a change takes. */
export const rightFor = ({ kind }: ChangeKind): Right => (kind === 'relationship' ? 'remove' : 'manage');

/** The right that going on with a change takes: what a submission left is whoever's may add customers. */
export const rightOf = ({ what, ofSubmission }: Pick<Change, 'what' | 'ofSubmission'>): Right =>
  ofSubmission === true ? 'add' : rightFor(what);

/**
 * Hands a change of a customer to a durable job, and shows its progress; the same id twice is one change. Without the
 * right it is refused.
 */
export async function submitChange(turn: Turn, wish: Wish): Promise<void> {
  const { replies, words, person, effects, now } = turn;
  const { id, customer, what } = wish;
  if (!may(turn, rightFor(what))) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  if (customer.microsoftId === '') return replies.say(words.t('change.noTenant'));
  if (await answeredBefore(turn, wish)) return;
  // First, so that whatever fails from here is looked into.
  effects.push({ kind: 'change', id });
  const change = changeOf(turn, wish);
  await writeIntent(turn, turn.changes, change);
  person.lastPress = { token: id, verb: 'change', at: now.toISOString() };
  replies.progress(changingCard({ words, change }));
}

function changeOf(turn: Turn, wish: Wish): Change {
  const listed = listedPlace(turn);
  return {
    ...wish,
    state: 'intended',
    ...askedIn(turn),
    requestId: turn.newRequestId(),
    ...(listed === undefined ? {} : { listed }),
    ...(turn.replies.replaces ? { replaces: true } : {}),
  };
}

const changeId = /^[0-9a-z]{12,40}$/;

/** Is it the id of a change? Cards carry them. */
export const isChangeId = (id: string): boolean => changeId.test(id);

/** Was that change asked for before? Then it is said how far it is, and nothing more is to be done. */
export async function answeredBefore(turn: Turn, wish: Pick<Wish, 'id' | 'customer'>): Promise<boolean> {
  const former = await turn.changes.get(turn.partner.tenantId, wish.id);
  if (!(await wasTaken(turn, wish, former))) return false;
  await answerAgain(turn, wish, former?.value.state === 'intended' || former?.value.state === 'running');
  return true;
}

/** Was it asked for before? An intent of a turn that was not saved does not count; what is over has its line of history. */
async function wasTaken(
  { person, audit, partner: { tenantId } }: Turn,
  { id, customer }: Pick<Wish, 'id' | 'customer'>,
  former: Item<Change> | undefined,
): Promise<boolean> {
  if (person.submitted?.includes(id) === true) return true;
  if (former !== undefined) return former.value.state !== 'intended';
  return audit.isOver(tenantId, customer.record ?? customer.microsoftId, id);
}

async function answerAgain(
  turn: Turn,
  { id, customer }: Pick<Wish, 'id' | 'customer'>,
  underWay: boolean,
): Promise<void> {
  const { replies, words } = turn;
  replies.keep();
  if (isJustTaken(turn, id)) return;
  replies.say(words.t(underWay ? 'change.running' : 'change.already'));
  if (!underWay && may(turn, 'view')) await showCustomer(turn, refOf(customer));
}
