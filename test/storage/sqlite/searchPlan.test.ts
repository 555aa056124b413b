import { match, ok } from 'node:assert/strict';
import type { DatabaseSync } from 'node:sqlite';
import { foldCase } from '../../../lib/foldCase.ts';
import { customers } from '../../../storage/collections.ts';
import { hasSqlite, openDatabase } from '../../../storage/sqlite/database.ts';
import { openSqliteDocuments } from '../../../storage/sqlite/sqliteDocuments.ts';
import { sqliteSearch } from '../../../storage/sqlite/sqliteSearch.ts';
import type { SummaryFilter, SummarySearch } from '../../../storage/summarySearch.ts';
import { folders } from '../folder.ts';
import { idAt, microsoftIdAt, partner, write } from '../foundCustomers.ts';

type Value = Parameters<ReturnType<DatabaseSync['prepare']>['get']>[number];

/** A query and the steps of its plan that read a table, in order. */
interface Plan {
  readonly sql: string;
  readonly reads: readonly string[];
}

/** The database, which notes the plan of each query that is run. */
function planned(database: DatabaseSync): { readonly database: DatabaseSync; readonly plans: Plan[] } {
  const plans: Plan[] = [];
  const note = (sql: string, values: readonly Value[]): void => {
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    plans.push({
      sql,
      reads: steps.map(({ detail }) => String(detail)).filter((step) => /^(?:SCAN|SEARCH) /.test(step)),
    });
  };
  const prepare = (sql: string): unknown => {
    const statement = database.prepare(sql);
    return {
      get: (...values: Value[]) => (note(sql, values), statement.get(...values)),
      all: (...values: Value[]) => (note(sql, values), statement.all(...values)),
    };
  };
  return { database: Object.assign(Object.create(database) as DatabaseSync, { prepare }), plans };
}

/** A read of what was found, by its key, or of the full text itself. */
const foundOnly =
  /^(?:SCAN customer_texts VIRTUAL TABLE INDEX \d+:M|SCAN \(?subquery|SEARCH e USING INTEGER PRIMARY KEY \(rowid=\?\)|SEARCH s USING PRIMARY KEY \(kind=\? AND partner=\? AND id=\?\)|SEARCH customer_entries USING (?:COVERING )?INDEX customers_by_microsoft_id \(partner=\? AND microsoft_id=\?\))/;

const filters: Readonly<Record<string, SummaryFilter>> = {
  'a word': { words: [foldCase('alpine')], microsoftId: undefined, reseller: '' },
  'a word of three letters beside a shorter one': {
    words: [foldCase('ski'), foldCase('al')],
    microsoftId: undefined,
    reseller: '',
  },
  'a word, of one reseller': { words: [foldCase('alpine')], microsoftId: undefined, reseller: 'r1' },
  'a Microsoft ID': {
    words: [foldCase(microsoftIdAt(3))],
    microsoftId: microsoftIdAt(3).toLowerCase(),
    reseller: '',
  },
};

if (hasSqlite(process.version))
  describe('the plan of a search in SQLite', () => {
    const places = folders();
    let opened: DatabaseSync;
    let plans: Plan[];
    let search: SummarySearch;
    before(async () => {
      const folder = await places.make();
      const documents = await openSqliteDocuments(folder, { now: () => new Date(0) });
      for (let at = 0; at < 40; at += 1)
        await write(customers(documents), { at, companyName: 'Alpine Ski House', reseller: 'r1', offers: [] });
      await documents.close();
      opened = await openDatabase(folder);
      const noted = planned(opened);
      plans = noted.plans;
      search = sqliteSearch(noted.database, async (task) => task(), 10_000);
    });
    after(async () => {
      opened.close();
      await places.clear();
    });

    /** Every query since begins with what was found, and looks the rest up by its key. */
    function expectFoundOnly(): void {
      ok(plans.some(({ sql }) => sql.includes('summaries')));
      for (const { sql, reads } of plans.splice(0)) {
        match(reads[0] ?? '', /^(?:SCAN customer_texts|SEARCH e) /, sql);
        for (const read of reads) match(read, foundOnly, sql);
      }
    }

    for (const [what, filter] of Object.entries(filters))
      it(`reads only what has ${what}`, async () => {
        plans.length = 0;
        for (const place of [{}, { after: idAt(2) }, { before: idAt(30) }]) {
          const { rows } = await search.page(partner, filter, place, 8);
          ok(rows.length > 0);
          expectFoundOnly();
        }
        for await (const rows of search.every(partner, filter)) ok(rows.length > 0);
        expectFoundOnly();
      });
  });
