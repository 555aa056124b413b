import assert from 'node:assert/strict';
import { smallTalks, topics } from '../../locales/sentences.ts';
import { locales } from '../../model/languages.ts';
import { labelKinds } from '../../forms/paste/labels.ts';
import { pageNames } from '../../bot/pages/pageTexts.ts';
import { relationships, subscriptionStatuses } from '../../cards/labels.ts';
import { commandNames } from '../../dialogs/commands.ts';
import { columnNames } from '../../forms/import/columns.ts';
import { qualificationKinds } from '../../partner-center/rules/qualification.ts';
import { type Offer, type Plan, recordedOffers, segments } from '../../partner-center/rules/catalog.ts';
import { leftOutReasons } from '../../forms/readyCarts.ts';
import { sectionIds } from '../../forms/section.ts';
import { en } from '../../locales/en/index.ts';
import type { LineFault } from '../../partner-center/rules/cart.ts';
import { cloudIds } from '../../partner-center/rules/clouds.ts';
import { faultReasons } from '../../partner-center/rules/fault.ts';
import { rowStates } from '../../model/import.ts';
import type { AuditLine } from '../../model/auditLine.ts';
import { stageNames, type Stage } from '../../model/stages.ts';
import { rooms, sourcesOf, withoutComments } from './sources.ts';

const keys = Object.keys(en);

// Names of a union, all of them: the compiler refuses a record that lacks one.
const units = { licenses: 0, 'add-on-licenses': 0, instances: 0, gigabytes: 0, usage: 0 } satisfies Record<
  Offer['unit'],
  number
>;
const billings = { monthly: 0, annual: 0, triennial: 0, one_time: 0 } satisfies Record<
  Exclude<Plan['billing'], 'none'>,
  number
>;
const lineFaults = {
  'unknown-offer': 0,
  'unknown-plan': 0,
  segment: 0,
  'needs-base': 0,
  limit: 0,
  'quantity-missing': 0,
  'quantity-not-whole': 0,
  'quantity-fixed': 0,
  'quantity-min': 0,
  'quantity-max': 0,
  'quantity-total': 0,
  'quantity-none': 0,
} satisfies Record<LineFault['reason'], number>;
const states = { waiting: 0, done: 0, failed: 0, refused: 0, awaited: 0, unclear: 0, dropped: 0 } satisfies Record<
  Stage['state'] | AuditLine['outcome'],
  number
>;

// The others have sentences of their own, with what was changed.
const {
  quantity: _quantity,
  status: _status,
  endOfTerm: _end,
  nextTerm: _next,
  order: _order,
  password: _password,
  ...plainActions
} = {
  customer: 0,
  agreement: 0,
  qualification: 0,
  subscriptions: 0,
  erase: 0,
  order: 0,
  quantity: 0,
  status: 0,
  stop: 0,
  endOfTerm: 0,
  nextTerm: 0,
  account: 0,
  relationship: 0,
  password: 0,
  invite: 0,
  imported: 0,
  exported: 0,
} satisfies Record<AuditLine['action'], number>;
const historyActions = Object.keys(plainActions);
const historyEnds = [
  ...historyActions,
  'qualificationOf',
  'accountFields',
  'suspended',
  'reactivated',
  'cancelled',
  'endRenew',
  'endCancel',
  'endExtend',
  'unscheduled',
];

/** Every family of keys that the code puts together, with every end it can have. */
const families: Readonly<Record<string, readonly string[]>> = {
  'licenses.ask.': ['more', 'fewer'],
  'licenses.note.': ['more', 'fewer'],
  'licenses.do.': ['more', 'fewer'],
  'unit.': Object.keys(units),
  'count.': Object.keys(units),
  'billing.': Object.keys(billings),
  'reason.': faultReasons,
  'stage.': [...stageNames, ...Object.keys(states)],
  'fault.cart.': Object.keys(lineFaults),
  'bundle.': leftOutReasons,
  'section.': sectionIds,
  'pages.': pageNames,
  'history.': historyEnds,
  'past.': historyEnds,
  'agenda.': ['reading', 'failed', 'tooMany', 'part'],
  'renewalGroup.': ['choose', 'chosen', 'monthly'],
  'cloud.': cloudIds,
  'command.': commandNames,
  'help.': commandNames.filter((name) => name !== 'hello'),
  'asOf.': ['customers', 'subscriptions'],
  'alike.': ['name', 'registration'],
  'qualification.': ['none', ...qualificationKinds],
  'vetting.': ['in-review', 'approved', 'denied', 'unknown'],
  'accountReview.': ['under-review', 'not-approved'],
  'accountBlocks.': ['under-review', 'not-approved'],
  'segment.': segments.slice(1),
  'rowState.': rowStates,
  'alias.': columnNames,
  'smallTalk.': smallTalks,
  'topic.': topics,
  'glossary.': topics,
  // Buttons named by the command they lead to.
  'button.': ['drafts', 'renewals', 'invite', 'customers'],
  'label.': [...labelKinds, 'jobTitle', 'closing', 'honorific'],
  'relationship.': relationships,
  'status.': subscriptionStatuses,
  'zipType.': ['postal', 'zip', 'pin', 'eircode'],
  'fault.postalCode.': ['postal', 'zip', 'pin', 'eircode'],
  'registrationType.': ['INN', 'UNP', 'BIN', 'IIN', 'EDRPOU'],
};

/** The product's code with the catalogues left out. */
const code = rooms
  .flatMap(sourcesOf)
  .filter(({ path }) => !locales.some((language) => path.startsWith(`locales/${language}/`)))
  .map(({ text }) => withoutComments(text))
  .join('\n');

/** Beginnings of keys that the code ends with a value: t(`stage.${name}`). */
const beginnings = new Set(
  [...code.matchAll(/`([a-zA-Z]+\.(?:[\w-]+\.)*)\$\{/g)]
    .map(([, start]) => start ?? '')
    .filter((start) => keys.some((key) => key.startsWith(start))),
);

describe('the keys of the catalogue', () => {
  for (const [start, ends] of Object.entries(families)) {
    it(`${start}* has a sentence for every value`, () => {
      assert.deepEqual(
        ends.filter((end) => !keys.includes(start + end)),
        [],
      );
    });
  }

  it('families are all known here', () => {
    // field.<name> is typed by the catalogue itself: a name without a label does not compile.
    assert.deepEqual(
      [...beginnings].filter((start) => start !== 'field.' && !(start in families)),
      [],
    );
  });

  it('stand once: of two catalogues that give a message to one key the later would win in silence', () => {
    for (const language of locales) {
      const given = sourcesOf('locales')
        .filter(({ path }) => path.startsWith(`locales/${language}/`) && !path.endsWith('/phrases.ts'))
        .flatMap(({ text }) => [...text.matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key ?? ''));
      assert.ok(given.length > 1_000, language);
      assert.deepEqual([...new Set(given.filter((key, at) => given.indexOf(key) !== at))], [], language);
    }
  });

  it('are all said somewhere', () => {
    const isSaid = (key: string): boolean => {
      // A fault's data may name a message with @, to be said in whatever language.
      if (code.includes(`'${key}'`) || code.includes(`'@${key}'`)) return true;
      const start = [...beginnings].find((beginning) => key.startsWith(beginning));
      if (start === undefined) return false;
      return new RegExp(`(?<![\\w-])${key.slice(start.length)}(?![\\w-])`).test(code);
    };
    assert.deepEqual(
      keys.filter((key) => !isSaid(key)),
      [],
    );
  });

  it('cover every unit and billing of the recorded offers', () => {
    for (const { unit, plans } of recordedOffers()) {
      assert.ok(keys.includes(`unit.${unit}`) && keys.includes(`count.${unit}`), unit);
      for (const { billing } of plans) assert.ok(billing === 'none' || keys.includes(`billing.${billing}`), billing);
    }
  });
});
