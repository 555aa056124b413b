import type { DraftLine } from '../cards/draftCards.ts';
import { purposeTitle } from '../cards/purposeTitle.ts';
import { reopenedCard } from '../cards/sectionSummaryCard.ts';
import { askingAlso } from '../forms/alsoAsked.ts';
import { countryOf, type Answered, type Context } from '../forms/context.ts';
import {
  answeredAsking,
  draftName,
  isEmpty,
  isSectionId,
  newDraft,
  nextOpen,
  readToken,
  stepOf,
  taken,
} from '../forms/draft.ts';
import type { Catalogue } from '../partner-center/catalogue.ts';
import { cloud } from '../partner-center/clouds.ts';
import { market } from '../partner-center/countries.ts';
import type { Words } from '../locales/words.ts';
import type { Draft } from '../storage/draft.ts';
import type { Turn } from './turn.ts';

/** Days a draft is kept after it was last touched. */
export const draftDays = 90;

/** Most drafts one person keeps. */
export const maxDrafts = 20;

const day = 24 * 60 * 60 * 1000;

/** A catalogue takes a thousand calls to read: not for an address. */
const noOffers: Catalogue = { offers: [], sample: false, state: 'read', leftOut: 0 };

/**
 * Everything the sections of a draft depend on. Rules and resellers come from Partner Center's caches; of the offers,
 * which are never waited for, it has what is known by now.
 */
export async function contextOf(
  turn: Pick<Turn, 'partner' | 'partnerCenter' | 'today'> & Partial<Pick<Turn, 'words'>>,
  answered: Answered,
  wanted: { readonly offers: boolean } = { offers: true },
): Promise<Context> {
  const { partner, partnerCenter, today, words } = turn;
  const { accepted, purpose, keptName, orderedAgain } = answered;
  const country = countryOf(answered, partner);
  const [rules, resellers] = await Promise.all([partnerCenter.countryRules(country), partnerCenter.resellers()]);
  const { offers, sample, ...catalogue } =
    wanted.offers && purpose?.kind !== 'account' ? partnerCenter.offersSoFar(country) : noOffers;
  return {
    partner,
    cloud: cloud(partner.cloud),
    agreementWay: partnerCenter.agreementWay,
    market: market(partner.country),
    today,
    ...(words === undefined ? {} : { locale: words.locale }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(keptName === undefined ? {} : { keptName }),
    ...(orderedAgain === undefined ? {} : { orderedAgain }),
    accepted,
    country,
    rules: askingAlso(rules, answered),
    offers,
    catalogue,
    sampleOffers: sample,
    resellers,
  };
}

/** The draft whose card is open. */
export const openDraft = ({ person }: Turn): Draft | undefined => person.drafts.find(({ id }) => id === person.open);

/** The draft whose present card carries this token. */
export function draftOfToken({ person }: Turn, token: string): Draft | undefined {
  const card = readToken(token);
  return person.drafts.find(({ id, revision }) => id === card?.id && revision === card.revision);
}

/** Keeps a changed draft and opens it; every card shown of it before is out of date. */
export function put(turn: Turn, draft: Draft): Draft {
  const { person, now } = turn;
  const next = taken(withoutOldSummaries(turn, draft), now.toISOString());
  person.drafts = [next, ...person.drafts.filter(({ id }) => id !== draft.id)];
  person.open = draft.id;
  return next;
}

/** A section that is asked again no longer shows its former answers in the chat, as if they stood. */
function withoutOldSummaries({ replies, words }: Turn, draft: Draft): Draft {
  const { summaries = {}, reopened } = draft;
  const old = Object.entries(summaries).filter(([id]) => reopened.includes(id));
  if (old.length === 0) return draft;
  for (const [id, activity] of old)
    if (isSectionId(id)) replies.amend(activity, reopenedCard(words, words.t(`section.${id}`)));
  return {
    ...draft,
    summaries: Object.fromEntries(Object.entries(summaries).filter(([id]) => !reopened.includes(id))),
  };
}

/** Opens an empty draft: a new one, or the one that was begun and left empty. */
export function beginDraft(turn: Turn): Draft {
  const { person, now } = turn;
  const empty = person.drafts.find((draft) => draft.purpose === undefined && isEmpty(draft));
  if (empty !== undefined) {
    // Whoever begins a customer goes on with it: whether to stop is asked no more.
    const begun = answeredAsking(empty);
    person.drafts = person.drafts.map((one) => (one === empty ? begun : one));
    person.open = begun.id;
    return begun;
  }
  const draft = newDraft(turn.newId(), now.toISOString());
  person.drafts = [draft, ...person.drafts];
  person.open = draft.id;
  return draft;
}

/** Removes a draft; nothing is open when it was. */
export function drop({ person }: Turn, id: string): void {
  person.drafts = person.drafts.filter((draft) => draft.id !== id);
  if (person.open === id) delete person.open;
}

/** Has nobody touched a draft for `draftDays`? */
export const expired = ({ touchedAt }: Pick<Draft, 'touchedAt'>, time: Date): boolean =>
  Date.parse(touchedAt) <= time.getTime() - draftDays * day;

/** The name a draft goes by; empty while a new customer has none. */
export const nameOf = (draft: Draft, words: Words): string =>
  draft.purpose === undefined ? draftName(draft) : purposeTitle(draft.purpose, words);

/** The drafts worth going on with, latest first. */
export const begunDrafts = ({ person }: Turn): Draft[] => person.drafts.filter((draft) => !isEmpty(draft));

/** Those drafts as they are offered. */
export const draftLines = (turn: Turn): Promise<DraftLine[]> =>
  Promise.all(begunDrafts(turn).map((draft) => draftLine(turn, draft)));

/** A draft as it is offered. */
export async function draftLine(turn: Turn, draft: Draft): Promise<DraftLine> {
  const context = await contextOf(turn, draft, { offers: false });
  const until = new Date(Date.parse(draft.touchedAt) + draftDays * day).toISOString().slice(0, 10);
  const step = stepOf(nextOpen(draft, context), context);
  return { id: draft.id, name: nameOf(draft, turn.words), step, until: turn.words.day(until) };
}
