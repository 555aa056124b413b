import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import fc from 'fast-check';
import { foldCase, isSameName } from '../../lib/foldCase.ts';
import { byKey } from '../../lib/keysetPage.ts';
import { customerRow, hasNamesake, rowNamed } from '../../partner-center/cachedList.ts';
import { customerListCache } from '../../partner-center/customerListCache.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type {
  CustomerDirectory,
  CustomerPage,
  CustomerQuery,
  CustomerSummary,
} from '../../partner-center/management.ts';

const minute = 60_000;

const named = (companyName: string): CustomerSummary => ({
  microsoftId: `id-${companyName.toLowerCase()}`,
  companyName,
  domain: `${companyName.toLowerCase()}.onmicrosoft.example`,
  relationship: 'reseller',
});

const away = () => new PartnerCenterError({ reason: 'unavailable' }, 'c1', true);

/** A directory whose pages come when the test says so; what was asked is noted. */
function pagesOf(...pages: readonly (readonly string[])[]) {
  let answers = pages;
  const asked: { readonly query: CustomerQuery; readonly after: string | undefined }[] = [];
  const waiting: (() => void)[] = [];
  let held = false;
  let failing: Error | undefined;
  const page = (at: number): CustomerPage => ({
    customers: (answers[at] ?? []).map(named),
    unreadable: 0,
    ...(at + 1 < answers.length ? { next: String(at + 1) } : {}),
  });
  const directory: CustomerDirectory = {
    async customers(query, after) {
      asked.push({ query, after });
      if (held) await new Promise<void>((resolve) => waiting.push(resolve));
      if (failing !== undefined) throw failing;
      return page(Number(after ?? 0));
    },
    customer: () => Promise.reject(new Error('not asked for')),
  };
  return {
    directory,
    asked,
    hold: () => void (held = true),
    /** Lets one call go on, and waits until what follows from it is done. */
    async go() {
      waiting.shift()?.();
      await settled();
    },
    fail: (error: Error | undefined) => void (failing = error),
    answer: (...next: readonly (readonly string[])[]) => void (answers = next),
  };
}

/** Everything that is due now has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const clock = () => {
  let now = new Date('2026-03-10T09:00:00.000Z');
  return { now: () => now, pass: (milliseconds: number) => void (now = new Date(now.getTime() + milliseconds)) };
};

const names = ({ rows }: { readonly rows: readonly CustomerSummary[] }): string[] =>
  rows.map(({ companyName }) => companyName);

describe('the list of customers that Partner Center keeps', () => {
  it('is shown when its first page has come, and sorted by name', async () => {
    const pages = pagesOf(['Contoso', 'Adatum'], ['Blue', 'adventure']);
    pages.hold();
    const list = customerListCache(pages.directory, clock().now);
    const first = list.first('');
    await pages.go();
    const { complete } = await first;
    deepEqual([names(await first), complete], [['Adatum', 'Contoso'], false]);
    await pages.go();
    const whole = await list.first('');
    deepEqual([names(whole), whole.complete], [['Adatum', 'adventure', 'Blue', 'Contoso'], true]);
    equal(pages.asked.length, 2);
  });

  it('is read again in the background when it is old, and shown as it was meanwhile', async () => {
    const pages = pagesOf(['Adatum'], ['Blue']);
    const time = clock();
    const list = customerListCache(pages.directory, time.now);
    await list.all('', () => undefined);
    time.pass(4 * minute);
    await list.first('');
    equal(pages.asked.length, 2);
    pages.answer(['Adatum', 'Contoso']);
    time.pass(2 * minute);
    deepEqual(names(await list.first('')), ['Adatum', 'Blue']);
    await settled();
    deepEqual(names(await list.first('')), ['Adatum', 'Contoso']);
  });

  it('says as of when it is, where it is old or could not be read again', async () => {
    const pages = pagesOf(['Adatum'], ['Blue']);
    const time = clock();
    const list = customerListCache(pages.directory, time.now);
    const read = time.now();
    await list.all('', () => undefined);
    time.pass(4 * minute);
    equal((await list.first('')).asOf, undefined);
    pages.fail(away());
    await rejects(list.refresh(''));
    deepEqual((await list.first('')).asOf, read);
    pages.fail(undefined);
    time.pass(60 * minute);
    deepEqual((await list.first('')).asOf, read);
    await settled();
    equal((await list.first('')).asOf, undefined);
  });

  it('says why it is not whole, keeps what there is, and goes on at the next look', async () => {
    const pages = pagesOf(['Adatum', 'Blue'], ['Contoso']);
    pages.hold();
    const list = customerListCache(pages.directory, clock().now);
    const first = list.first('');
    await pages.go();
    await first;
    pages.fail(away());
    await pages.go();
    const stopped = await list.first('');
    deepEqual(
      [names(stopped), stopped.complete, stopped.fault?.fault.reason],
      [['Adatum', 'Blue'], false, 'unavailable'],
    );
    pages.fail(undefined);
    await pages.go();
    await pages.go();
    const whole = await list.first('');
    deepEqual([names(whole), whole.complete, whole.fault], [['Adatum', 'Blue', 'Contoso'], true, undefined]);
  });

  it('goes on from where it stopped, and from the beginning where that is refused or long ago', async () => {
    for (const [error, pass, page] of [
      [away(), 0, '1'],
      [away(), 6 * minute, undefined],
      [new PartnerCenterError({ reason: 'other' }, 'c1', false), 0, undefined],
    ] as const) {
      const pages = pagesOf(['Adatum', 'Blue'], ['Contoso']);
      pages.hold();
      const time = clock();
      const list = customerListCache(pages.directory, time.now);
      const first = list.first('');
      await pages.go();
      await first;
      pages.fail(error);
      await pages.go();
      pages.fail(undefined);
      time.pass(pass);
      await list.first('');
      equal(pages.asked.at(-1)?.after, page);
      await pages.go();
      await pages.go();
      deepEqual(names(await list.first('')), ['Adatum', 'Blue', 'Contoso']);
    }
  });

  it('counts what could not be read, page after page', async () => {
    const pages = pagesOf(['Adatum'], ['Blue']);
    const customers = async (...asked: Parameters<CustomerDirectory['customers']>) => ({
      ...(await pages.directory.customers(...asked)),
      unreadable: 2,
    });
    const list = customerListCache({ ...pages.directory, customers }, clock().now);
    await list.all('', () => undefined);
    equal((await list.first('')).unreadable, 4);
  });

  it('raises what Partner Center says when there is not even a page, and tries again at the next look', async () => {
    const pages = pagesOf(['Adatum']);
    const list = customerListCache(pages.directory, clock().now);
    pages.fail(away());
    await rejects(list.first(''), PartnerCenterError);
    await rejects(
      list.all('', () => undefined),
      PartnerCenterError,
    );
    pages.fail(undefined);
    deepEqual(names(await list.first('')), ['Adatum']);
  });

  it('is read once however many look at the same time', async () => {
    const pages = pagesOf(['Adatum']);
    const list = customerListCache(pages.directory, clock().now);
    await Promise.all([list.first(''), list.first(''), list.all('', () => undefined)]);
    equal(pages.asked.length, 1);
  });

  it('tells how many are read', async () => {
    const told: number[] = [];
    const list = customerListCache(pagesOf(['A', 'B'], ['C'], ['D']).directory, clock().now);
    equal((await list.all('', (done) => told.push(done))).length, 4);
    deepEqual(told, [2, 3, 4]);
  });

  it('names a customer once that stands on two pages', async () => {
    const list = customerListCache(pagesOf(['A', 'B'], ['B', 'C']).directory, clock().now);
    deepEqual(names({ rows: await list.all('', () => undefined) }), ['A', 'B', 'C']);
  });

  it('is a list of its own by reseller, asked of Partner Center', async () => {
    const pages = pagesOf(['Adatum']);
    const list = customerListCache(pages.directory, clock().now);
    await list.first('r1');
    deepEqual(pages.asked[0]?.query, { search: { by: 'reseller', text: 'r1' } });
  });

  it('asks for beginnings of name and domain, and gives each customer once', async () => {
    const pages = pagesOf(['Adatum', 'Blue']);
    const list = customerListCache(pages.directory, clock().now);
    deepEqual(names({ rows: await list.beginningWith('a') }), ['Adatum', 'Blue']);
    deepEqual(
      pages.asked.map(({ query }) => query.search?.by),
      ['name', 'domain'],
    );
  });
});

describe('what is done through Partner Center', () => {
  it('is in the list at once, and stays there while Partner Center catches up', async () => {
    const pages = pagesOf(['Adatum', 'Blue']);
    const time = clock();
    const list = customerListCache(pages.directory, time.now);
    await Promise.all([list.first(''), list.first('r1'), list.first('r2')]);
    list.add(named('Contoso'), 'r1');
    list.remove('ID-BLUE');
    list.rename('id-adatum', 'Zeta');
    const seen = async (reseller: string) => names(await list.first(reseller));
    deepEqual(await seen(''), ['Contoso', 'Zeta']);
    deepEqual(await seen('r1'), ['Contoso', 'Zeta']);
    deepEqual(await seen('r2'), ['Zeta']);
    time.pass(6 * minute);
    await list.first('');
    await settled();
    deepEqual(await seen(''), ['Contoso', 'Zeta']);
    time.pass(12 * minute);
    await list.first('');
    await settled();
    deepEqual(await seen(''), ['Adatum', 'Blue']);
  });

  it('is not undone by a reading that began before', async () => {
    const pages = pagesOf(['Adatum', 'Blue'], ['Contoso']);
    pages.hold();
    const list = customerListCache(pages.directory, clock().now);
    const first = list.first('');
    await pages.go();
    await first;
    list.remove('id-blue');
    list.add(named('Delta'), '');
    await pages.go();
    const whole = await list.first('');
    ok(whole.complete);
    deepEqual(names(whole), ['Adatum', 'Contoso', 'Delta']);
  });
});

describe('a customer of a list by its name', () => {
  const parts = fc.array(fc.constantFrom('Contoso', 'CONTOSO', ' Ltd', '-', '«', 'Ёлка', '富山', '實業', '!'), {
    minLength: 1,
    maxLength: 4,
  });
  const companyName = parts.map((all) => all.join(''));
  it('is found where a look through all of them finds one that is written with the same blanks', () => {
    fc.assert(
      fc.property(
        fc.array(companyName, { maxLength: 20 }),
        companyName,
        fc.constantFrom('', ' '.repeat(70), 'x'.repeat(70)),
        (all, asked, long) => {
          const rows = all
            .map((name, at) => customerRow({ ...named(`${long}${name}`), microsoftId: `id-${String(at)}` }))
            .toSorted(byKey);
          const found = rowNamed(rows, `${long}${asked}`);
          const same = rows.filter((row) => isSameName(row.companyName, `${long}${asked}`));
          ok(found === undefined || same.includes(found));
          const isAlike = same.some((row) => foldCase(row.companyName) === foldCase(`${long}${asked}`));
          if (isAlike) ok(found, asked);
          const company = { ...named(`${long}${asked}`), domain: '', microsoftId: '' };
          equal(hasNamesake(rows, company), found !== undefined);
          if (found === undefined) return;
          const others = rows.filter((row) => row !== found);
          const again = rowNamed(others, company.companyName) !== undefined;
          equal(hasNamesake(rows, { ...company, microsoftId: found.microsoftId }), again);
        },
      ),
    );
  });
});
