import { customerListCard, listTroubleCard } from '../../cards/customers/customerListCard.ts';
import { anyReseller, longestFind, placeOf } from '../../cards/customers/searched.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Reseller } from '../../partner-center/partner.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { CustomerQuery } from '../../storage/customerQuery.ts';
import type { Place } from '../../storage/sorted.ts';
import { isRefresh } from '../refresh.ts';
import { may, refusal } from '../rights.ts';
import type { Turn } from '../turn.ts';

/** Customers on one card. */
const pageSize = 8;

/** Resellers to choose from: a provider may have hundreds, and a card holds 28 KB. Others are found by their name. */
const mostResellers = 20;

const all: CustomerQuery = { find: '', reseller: '' };

/** Shows the partner's customers from the beginning. */
export const customersPage = (turn: Turn): Promise<void> => show(turn, all, {});

/** What was searched in the list that the pressed button stands on. */
export const searchedIn = ({ press }: Turn): CustomerQuery => ({
  find: (press?.values['searched'] ?? '').slice(0, longestFind),
  reseller: press?.values['ofReseller'] ?? '',
});

/** Another page of what was searched, in place of the pressed one. */
export const turnPage = (turn: Turn, argument: string): Promise<void> =>
  show(turn, searchedIn(turn), placeOf(argument));

/** Searches for what stands in the list's inputs. */
export function findCustomers(turn: Turn): Promise<void> {
  const values = turn.press?.values;
  const reseller = values?.['chooseReseller'] ?? anyReseller;
  const find = (values?.['findCustomer'] ?? '').slice(0, longestFind).trim();
  return show(turn, { find, reseller: reseller === anyReseller ? '' : reseller }, {});
}

async function show(turn: Turn, asked: CustomerQuery, place: Place): Promise<void> {
  const { partner, replies, words, directory } = turn;
  if (!may(turn, 'view')) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  const resellers = await resellersOf(turn);
  const chosen = resellers.find(({ tenantId }) => tenantId === asked.reseller);
  const searched = { find: asked.find, reseller: chosen?.tenantId ?? '' };
  try {
    if (isRefresh(turn)) await turn.briefly(directory.refresh?.(searched) ?? Promise.resolve());
    const { fault, ...page } = await turn.soon(directory.page(searched, place, pageSize));
    replies.show(
      customerListCard({
        ...page,
        words,
        searched,
        place,
        resellers: listed(resellers, chosen),
        first: page.previous === undefined && (page.entries.length > 0 || isBeginning(place)),
        canAdd: refusal(partner) === undefined,
        ...(fault === undefined ? {} : { fault: fault.refusal }),
      }),
    );
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    replies.show(listTroubleCard(words, error, searched));
  }
}

const isBeginning = ({ after, before }: Place): boolean => after === undefined && before === undefined;

const listed = (resellers: readonly Reseller[], chosen: Reseller | undefined): readonly Reseller[] => [
  ...new Set([...(chosen === undefined ? [] : [chosen]), ...resellers.slice(0, mostResellers)]),
];

/** A provider's resellers; where they cannot be read the list is there without that choice. */
async function resellersOf(turn: Turn): Promise<readonly Reseller[]> {
  const { partner, partnerCenter } = turn;
  if (partner.type !== 'indirect-provider') return [];
  try {
    return await turn.soon(partnerCenter.resellers());
  } catch (error) {
    if (error instanceof PartnerCenterError) return [];
    throw error;
  }
}
