import { isDeepStrictEqual } from 'node:util';
import { refusalCard } from '../../cards/talkCards.ts';
import { newDraft } from '../../forms/draft.ts';
import { section } from '../../forms/index.ts';
import type { SectionId } from '../../forms/section.ts';
import type { Draft, Values } from '../../storage/draft.ts';
import { canAdd, hasRoom } from '../beginning.ts';
import { contextOf, put } from '../drafts.ts';
import { knownOf } from './knownCustomer.ts';
import { showOpen } from '../openCard.ts';
import { may } from '../rights.ts';
import { targetOf, type Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/**
 * A customer as the start of a new draft: what was recorded of the company, or else what Partner Center knows of it,
 * stands typed. Left out are its domain, which is taken, and what only its own people can give: contact, acceptance of
 * the agreement, and signer.
 */
export async function takeAsDraft(turn: Turn, ref: string): Promise<void> {
  const { replies, words, person, now } = turn;
  replies.keep();
  if (!canAdd(turn)) return;
  if (!may(turn, 'view')) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  const found = await turn.soon(targetOf(turn, ref));
  if (found === undefined) return replies.say(words.t('customer.gone'));
  const typed = await typedOf(turn, found);
  // The button may be pressed twice: a copy nobody touched is the one that is wanted.
  const copy = person.drafts.find((draft) => isDeepStrictEqual([draft.accepted, draft.typed], [{}, typed]));
  if (copy === undefined && !(await hasRoom(turn))) return;
  const { record } = found.target;
  const from = record === undefined ? {} : { from: record };
  put(turn, copy ?? { ...newDraft(turn.newId(), now.toISOString()), ...from, typed });
  replies.say(words.t('customer.copied'));
  await showOpen(turn);
}

async function typedOf(turn: Turn, found: Targeted): Promise<Draft['typed']> {
  const { record } = found;
  const recorded = record?.sections ?? {};
  const sections = record === undefined || record.existing === true ? await filledUp(turn, found, recorded) : recorded;
  return Object.fromEntries(
    Object.entries(sections)
      .filter(([id]) => !ownPeople.has(id))
      .map(([id, values]) => [id, id === 'company' ? withoutDomain(values) : values]),
  );
}

const ownPeople: ReadonlySet<string> = new Set<SectionId>(['contact', 'agreement', 'signer']);

const withoutDomain = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'domainPrefix'));

/** Of what was not added here little may be recorded: the rest is as Partner Center has it, or as a new customer begins. */
async function filledUp(turn: Turn, found: Targeted, recorded: Draft['typed']): Promise<Draft['typed']> {
  const { country = turn.partner.country, accounts } = await turn.soon(knownOf(turn, found));
  const where = { country: { country } };
  const context = await contextOf(turn, { accepted: where }, { offers: false });
  const all = (id: SectionId): Values =>
    accounts.reduceRight<Values>((known, one) => ({ ...known, ...one[id] }), section(id).defaults(context));
  return { ...where, ...recorded, company: all('company') };
}
