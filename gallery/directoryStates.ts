import {
  customerListCard,
  listRefusalCard,
  type CustomerListView,
  type CustomerListEntry,
} from '../cards/customers/customerListCard.ts';
import { exportCard, fileFailedCard, fileProgressCard, fileReadyCard } from '../cards/fileCards.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import type { Words } from '../locales/words.ts';
import type { Shown } from './shownCard.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const id = '0f3c6b0e-7d1c-4f35-9b57-2f6f4a1d9c11';

function files(words: Words): Shown[] {
  const refusal = refusalOf(plantedRefusal('other'));
  return [
    { name: 'export all', card: exportCard(words, { find: '', reseller: '' }) },
    { name: 'export what was found', card: exportCard(words, { find: planted(100), reseller: id }) },
    { name: 'a file is begun', card: fileProgressCard(words, 0) },
    { name: 'a file is being made', card: fileProgressCard(words, 1_500) },
    { name: 'a file is being made of so many', card: fileProgressCard(words, 1_500, 100_000) },
    { name: 'a file is ready', card: fileReadyCard(words) },
    {
      name: 'a file with gaps is ready',
      card: fileReadyCard(words, words.t('export.lacking', { n: 2 })),
    },
    {
      name: 'a file was not made',
      card: fileFailedCard(words, 'file.notMade', refusal, id, { verb: 'exportFile', argument: 'customers' }),
    },
    { name: 'a file was not saved', card: fileFailedCard(words, 'file.notSaved', undefined, id) },
  ];
}

const entry = (relationship: string, unfinished = false): CustomerListEntry => ({
  ref: `m:${id}`,
  companyName: planted(255),
  domain: `${planted(27)}.partner.onmschina.cn`,
  microsoftId: id,
  relationship,
  unfinished,
});

function lists(words: Words): Shown[] {
  const empty: CustomerListView = {
    words,
    searched: { find: '', reseller: '' },
    resellers: [],
    entries: [],
    place: {},
    from: 0,
    first: true,
    unreadable: 0,
    canAdd: true,
    canOrder: true,
  };
  const key = `${planted(60)}\n${id}`;
  const page: CustomerListView = {
    ...empty,
    entries: Array<CustomerListEntry>(15).fill(entry('reseller')),
    total: 100_000,
  };
  const searched = { find: planted(100), reseller: id };
  const resellers = Array.from({ length: 21 }, (_none, index) => ({
    tenantId: index === 0 ? id : `${id.slice(0, -2)}${String(index + 10)}`,
    mpnId: String(4_000_100 + index),
    name: 'Graphic Design Institute of Cloud Resale',
  }));
  const relationships = ['reseller', 'none', 'invited', 'advisor', 'unknown', planted(30)];
  return [
    { name: 'no customers', card: customerListCard({ ...empty, total: 0 }) },
    { name: 'no customers, and none can be added', card: customerListCard({ ...empty, total: 0, canAdd: false }) },
    { name: 'no customers fit', card: customerListCard({ ...empty, searched, resellers, total: 0 }) },
    { name: 'no customers fit so far', card: customerListCard({ ...empty, searched, soFar: 1_500 }) },
    { name: 'no more customers', card: customerListCard({ ...empty, first: false, total: 8 }) },
    { name: 'an unreadable customer', card: customerListCard({ ...empty, unreadable: 1 }) },
    {
      name: 'customers, one of which could not be read',
      card: customerListCard({ ...empty, unlisted: 21 }),
    },
    {
      name: 'customers of every relationship',
      card: customerListCard({ ...page, entries: relationships.map((one) => entry(one)) }),
    },
    { name: 'customers, the first page', card: customerListCard({ ...page, next: { after: key } }) },
    {
      name: 'customers, while they are read',
      card: customerListCard({ ...empty, entries: page.entries, next: { after: key }, soFar: 500 }),
    },
    {
      name: 'customers, the reading of which stopped',
      card: customerListCard({
        ...empty,
        entries: page.entries,
        soFar: 500,
        fault: refusalOf({ ...plantedRefusal('service-fault'), status: 502 }),
      }),
    },
    {
      name: 'customers, as they were when Partner Center could be reached',
      card: customerListCard({
        ...page,
        asOf: '2026-11-30T09:00:00.000Z',
        fault: refusalOf(plantedRefusal('unavailable')),
      }),
    },
    {
      name: 'a page of customers',
      card: customerListCard({
        ...page,
        searched,
        resellers,
        // Names and searches this long leave room for the smallest page.
        entries: Array<CustomerListEntry>(9).fill(entry('invited', true)),
        previous: { before: key },
        next: { after: key },
        first: false,
        unreadable: 21,
      }),
    },
    {
      name: 'customers cannot be read',
      card: listRefusalCard(
        words,
        { fault: plantedRefusal('unavailable'), correlationId: plantedRefusal('unavailable').correlationId },
        searched,
      ),
    },
  ];
}

/** The cards of finding customers, and of taking the list away. */
export const directoryCards = (words: Words): readonly Shown[] => [...lists(words), ...files(words)];
