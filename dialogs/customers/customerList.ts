import {
  anyReseller,
  customerListCard,
  type CustomerListView,
  listRefusalCard,
  maxFindLength,
  parseCursor,
} from '../../cards/customers/customerListCard.ts';
import { type Card, fitsSizeLimit, fitToSizeLimit } from '../../cards/elements.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Reseller } from '../../partner-center/rules/partner.ts';
import type { CustomerFilter } from '../../storage/customerSearch.ts';
import type { Cursor } from '../../lib/keysetPage.ts';
import { isRefresh } from '../pressedCard.ts';
import { may, addRefusal } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { defined } from '../../lib/optional.ts';

/** Numbers of customers on one card, tried in this order: long names take the bytes of others. */
const pageSizes = [15, 12, 9] as const;

/**
 * Most resellers in the choice: a provider may have hundreds, and a card holds 28 KB. Others are found by their name.
 */
const mostResellers = 20;

const everyCustomer: CustomerFilter = { find: '', reseller: '' };

/** Shows the first page of the partner's customers. */
export const showCustomers = (turn: Turn): Promise<void> => showList(turn, everyCustomer, {});

/** Shows the first page of the customers that a typed text finds, with it in the search input. */
export const showCustomersNamed = (turn: Turn, find: string): Promise<void> =>
  showList(turn, { find: find.slice(0, maxFindLength), reseller: '' }, {});

/** Search of the list that the pressed button belongs to. */
export const searchQuery = ({ press }: Turn): CustomerFilter => ({
  find: (press?.values['searched'] ?? '').slice(0, maxFindLength),
  reseller: press?.values['ofReseller'] ?? '',
});

/** Shows another page of the search, in place of the pressed card. */
export const showCustomersPage = (turn: Turn, argument: string): Promise<void> =>
  showList(turn, searchQuery(turn), parseCursor(argument));

/** Shows the first page for the values of the list's search inputs. */
export function searchCustomers(turn: Turn): Promise<void> {
  const values = turn.press?.values;
  const reseller = values?.['chooseReseller'] ?? anyReseller;
  const find = (values?.['findCustomer'] ?? '').slice(0, maxFindLength).trim();
  return showList(turn, { find, reseller: reseller === anyReseller ? '' : reseller }, {});
}

async function showList(turn: Turn, asked: CustomerFilter, place: Cursor): Promise<void> {
  const { partner, replies, words, directory } = turn;
  if (!may(turn, 'view')) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  const resellers = await readResellers(turn);
  const chosen = resellers.find(({ tenantId }) => tenantId === asked.reseller);
  const searched = { find: asked.find, reseller: chosen?.tenantId ?? '' };
  try {
    if (isRefresh(turn)) await turn.waitBriefly(directory.refresh?.(searched) ?? Promise.resolve());
    const view = {
      words,
      searched,
      place,
      resellers: resellerChoices(resellers, chosen),
      canAdd: addRefusal(partner) === undefined,
      canOrder: addRefusal(partner) === undefined && may(turn, 'manage'),
    };
    replies.show(await fittingPage(turn, view));
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    replies.show(listRefusalCard(words, error, searched));
  }
}

type ListPlace = Pick<CustomerListView, 'words' | 'searched' | 'place' | 'resellers' | 'canAdd' | 'canOrder'>;

/** Card of as many customers as fit on it. */
async function fittingPage(turn: Turn, view: ListPlace, sizes: readonly number[] = pageSizes): Promise<Card> {
  const [size = 1, ...smaller] = sizes;
  const { place, searched } = view;
  const { fault, asOf, ...page } = await turn.withinAnswerTime(turn.directory.page(searched, place, size));
  const made = customerListCard({
    ...view,
    ...page,
    first: page.previous === undefined && (page.entries.length > 0 || isBeginning(place)),
    ...defined({ fault: fault?.refusal, asOf: asOf?.toISOString() }),
  });
  return fitsSizeLimit(made) || smaller.length === 0 ? fitToSizeLimit(made) : fittingPage(turn, view, smaller);
}

const isBeginning = ({ after, before }: Cursor): boolean => after === undefined && before === undefined;

const resellerChoices = (resellers: readonly Reseller[], chosen: Reseller | undefined): readonly Reseller[] => [
  ...new Set([...(chosen === undefined ? [] : [chosen]), ...resellers.slice(0, mostResellers)]),
];

/** Resellers of a provider; none when they cannot be read, and the list has no such choice. */
async function readResellers(turn: Turn): Promise<readonly Reseller[]> {
  const { partner, partnerCenter } = turn;
  if (partner.type !== 'indirect-provider') return [];
  try {
    return await turn.withinAnswerTime(partnerCenter.resellers());
  } catch (error) {
    if (error instanceof PartnerCenterError) return [];
    throw error;
  }
}
