import type { MessageKey } from '../../locales/words.ts';
import { memoize } from '../../lib/memoize.ts';
import { firstDefined } from '../../lib/optional.ts';
import { type CustomerTask, type SmallTalk, smallTalks, type Topic, topics } from '../../locales/sentences.ts';
import type { CardWish, WishKind } from '../../locales/wishes.ts';
import { heldStand } from './heldNames.ts';
import type { Intent } from './intent.ts';
import { spokenOf } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { is, spokenParts } from './spokenWords.ts';
import { type Utterance, utteranceOf } from './utterance.ts';
import { wishesLike } from './wishExamples.ts';
import { writtenName } from './names.ts';

/** The values that a sentence names beside its wish: a customer, an offer, a number. Empty where it names none. */
export interface Named {
  readonly customer: string;
  readonly product: string;
  readonly n: number | undefined;
  readonly days: number | undefined;
}

type Reader = (named: Named) => Intent;

const command =
  (name: Extract<Intent, { kind: 'command' }>['command']): Reader =>
  () => ({ kind: 'command', command: name });

const explain = (topic: Topic): Intent => ({ kind: 'explain', topic });

/** Reader of a wish about a customer; without one, of another that asks for none. */
const about =
  (read: Reader, otherwise: Intent): Reader =>
  (named) =>
    named.customer === '' ? otherwise : read(named);

const all: Intent = { kind: 'command', command: 'customers' };

const task = (name: CustomerTask, otherwise: Intent = all): Reader =>
  about(({ customer }) => ({ kind: 'task', task: name, customer }), otherwise);

const manage = (topic: Topic): Reader =>
  about(({ customer, product }) => ({ kind: 'manage', customer, product }), explain(topic));

const licenses = (way: 'to' | 'more' | 'fewer', topic: Topic = 'changeLicenses'): Reader =>
  about(
    ({ customer, product, n }) => ({
      kind: 'licenses',
      customer,
      product,
      ...(n === undefined ? {} : { change: { way, n } }),
    }),
    explain(topic),
  );

/** The intents of the wishes that open a card. */
const readers: Readonly<Record<CardWish, Reader>> = {
  newCustomer: ({ customer }) =>
    customer === '' ? { kind: 'command', command: 'addCustomer' } : { kind: 'newCustomer', name: customer },
  order: ({ customer, product, n }) =>
    customer === '' && product === ''
      ? explain('addSubscription')
      : { kind: 'order', customer, product, ...(n === undefined ? {} : { n }) },
  moreLicenses: licenses('more'),
  fewerLicenses: licenses('fewer', 'returning'),
  setLicenses: licenses('to'),
  subscriptions: about(({ customer }) => ({ kind: 'subscriptions', customer }), all),
  customer: about(({ customer }) => ({ kind: 'customer', customer }), all),
  history: ({ customer }) => ({ kind: 'history', customer }),
  suspend: manage('suspending'),
  reactivate: manage('suspending'),
  cancelSubscription: manage('earlyEnd'),
  renewalChoice: manage('renewal'),
  newPassword: task('newPassword', explain('password')),
  welcomeText: task('welcomeText'),
  asDraft: task('asDraft'),
  updateAccount: task('updateAccount'),
  addOns: task('addOns', explain('addOn')),
  endRelationship: task('endRelationship', explain('ending')),
  deleteRecord: task('deleteRecord'),
  invite: ({ customer }) => ({ kind: 'invite', customer }),
  licenseChart: task('chart', { kind: 'command', command: 'licenseChart' }),
  renewalChart: command('renewalChart'),
  renewals: ({ days }) =>
    days === undefined
      ? { kind: 'command', command: 'renewals' }
      : { kind: 'renewals', days: days <= 31 ? 30 : days <= 62 ? 60 : 90, ...(days > 93 ? { beyond: true } : {}) },
  customers: command('customers'),
  // The list is not narrowed down or sorted by what is wished.
  narrowed: () => ({ kind: 'command', command: 'customers', isWider: true }),
  export: () => ({ kind: 'export' }),
  importCustomers: command('importCustomers'),
  several: command('several'),
  agenda: command('agenda'),
  ownChanges: () => ({ kind: 'ownChanges' }),
  drafts: command('drafts'),
  undo: () => explain('undo'),
  sameOrder: ({ customer }) => ({ kind: 'same', customer }),
  bundle: () => ({ kind: 'bundles' }),
  cancelCard: command('cancel'),
  goBack: command('back'),
  startOver: command('startOver'),
  language: command('language'),
  help: command('help'),
  home: command('hello'),
};

const isCardWish = (kind: string): kind is CardWish => Object.hasOwn(readers, kind);

/** The intent of a wish with what a sentence names; undefined for one that opens nothing. */
export function intentOfWish(kind: WishKind, named: Named): Intent | undefined {
  if (isCardWish(kind)) return readers[kind](named);
  const topic = topics.find((one) => kind === `topic:${one}`);
  if (topic !== undefined) return explain(topic);
  const talk: SmallTalk | undefined = smallTalks.find((one) => kind === `talk:${one}`);
  if (talk !== undefined) return { kind: 'smallTalk', talk };
  return kind === 'decline' ? { kind: 'unknown', refused: true } : undefined;
}

/** The subject of an intent: its kind, and the command, task, topic or way that it names. */
function subjectOf(intent: Intent): string {
  const { kind } = intent;
  if (kind === 'command') return `${kind} ${intent.command}` + (intent.isWider === true ? ' wider' : '');
  if (kind === 'task') return `${kind} ${intent.task}`;
  if (kind === 'explain') return `${kind} ${intent.topic}`;
  if (kind === 'smallTalk') return `${kind} ${intent.talk}`;
  if (kind === 'unknown') return intent.refused === true ? `${kind} refused` : kind;
  return kind === 'licenses' && intent.change?.way === 'fewer' ? `${kind} fewer` : kind;
}

/** Subjects of intents that a wish is met by as well. */
const metBy: Readonly<Partial<Record<WishKind, readonly string[]>>> = {
  order: ['licenses', 'licenses fewer'],
  moreLicenses: ['order'],
  setLicenses: ['licenses fewer', 'order'],
  fewerLicenses: ['licenses'],
  several: ['order', 'licenses', 'manage'],
  newCustomer: ['command addCustomer'],
  asDraft: ['newCustomer'],
  customer: ['find'],
  customers: ['find', 'command customers wider'],
  narrowed: ['command agenda', 'command renewals', 'renewals'],
  renewals: ['command renewals'],
  renewalChart: ['task chart'],
  history: ['ownChanges'],
  cancelCard: ['unknown refused'],
  undo: ['command undo'],
  language: ['language'],
  other: ['unknown'],
};

/** Subjects of the intents that a wish opens, where it names somebody and where it names nobody. */
const subjectsOf = memoize((kind: WishKind) =>
  [
    { customer: 'x', product: 'x', n: 1, days: 1 },
    { customer: '', product: '', n: undefined, days: undefined },
  ].map((named) => subjectOf(intentOfWish(kind, named) ?? { kind: 'unknown' })),
);

/** Kinds of texts that say nothing of what shall be opened. */
const openNothing: ReadonlySet<WishKind> = new Set<WishKind>(['proceed', 'needed']);

/** True for an intent that a wish of this kind may have; `isNamed` where it is known to name somebody or not. */
export function isOfWish(intent: Intent, kind: WishKind, isNamed = true): boolean {
  const [subject, [named, unnamed]] = [subjectOf(intent), subjectsOf(kind)];
  if (openNothing.has(kind) || subject === named) return true;
  return (!isNamed && subject === unnamed) || metBy[kind]?.includes(subject) === true;
}

/** The titles of the buttons that lead to a wish's card, where it is one of several that may be meant. */
const titles: Readonly<Record<CardWish, MessageKey>> = {
  newCustomer: 'button.addCustomer',
  order: 'button.addSubscription',
  moreLicenses: 'button.setLicenses',
  fewerLicenses: 'button.setLicenses',
  setLicenses: 'button.setLicenses',
  subscriptions: 'button.subscriptions',
  customer: 'button.openCustomer',
  history: 'button.history',
  suspend: 'button.suspend',
  reactivate: 'button.reactivate',
  cancelSubscription: 'button.cancelSubscription',
  renewalChoice: 'button.nextTerm',
  newPassword: 'button.newPassword',
  welcomeText: 'button.welcomeText',
  asDraft: 'wish.asDraft',
  updateAccount: 'button.updateAccount',
  addOns: 'button.addOns',
  endRelationship: 'button.endRelationship',
  deleteRecord: 'button.deleteRecord',
  invite: 'button.invite',
  licenseChart: 'chart.licenses',
  renewalChart: 'chart.renewals',
  renewals: 'button.renewals',
  customers: 'button.allCustomers',
  narrowed: 'button.allCustomers',
  export: 'button.export',
  importCustomers: 'button.importCustomers',
  several: 'button.severalCustomers',
  agenda: 'agenda.title',
  ownChanges: 'button.ownChanges',
  drafts: 'button.drafts',
  undo: 'button.undo',
  sameOrder: 'wish.sameOrder',
  bundle: 'button.bundles',
  cancelCard: 'button.cancel',
  goBack: 'button.back',
  startOver: 'button.startOver',
  language: 'button.language',
  help: 'button.help',
  home: 'button.home',
};

/** The title of a wish's button; undefined for what is no choice: small talk, and what opens nothing. */
export function titleOfWish(kind: WishKind): MessageKey | undefined {
  if (isCardWish(kind)) return titles[kind];
  const topic = topics.find((one) => kind === `topic:${one}`);
  return topic === undefined ? undefined : `topic.${topic}`;
}

/** Part of a text that stands for a value in the examples. */
interface Slot {
  readonly from: number;
  readonly to: number;
  readonly slot: '{c}' | '{p}' | '{n}' | '{d}' | '{m}';
}

const mail = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().,;]+/gu;

/** The places of a name that is written as one, where nobody known is named. */
function writtenPlaces(text: string): readonly Slot[] {
  const name = writtenName(text);
  const from = name === '' ? -1 : text.indexOf(name);
  return from < 0 ? [] : [{ from, to: from + name.length, slot: '{c}' }];
}

/** The sentence with slots in place of its values, as the examples have them: the names at these places, offers, numbers. */
function withSlots(sentence: Utterance, names: readonly (readonly [from: number, to: number])[]): Utterance {
  const { text } = sentence;
  const found: Slot[] = [
    ...names.map(([from, to]) => ({ from, to, slot: '{c}' }) as const),
    ...(names.length === 0 ? writtenPlaces(text) : []),
    ...[...text.matchAll(mail)].map(
      ({ 0: one, index }) => ({ from: index, to: index + one.length, slot: '{m}' }) as const,
    ),
    ...(firstDefined(languagesOf(sentence), (locale) => spokenParts(sentence, lexicon(locale))) ?? []).flatMap(
      (part) => {
        const slot = is(part, 'offer') ? '{p}' : is(part, 'number') ? '{n}' : is(part, 'month') ? '{d}' : undefined;
        return slot === undefined ? [] : [{ from: part.from, to: part.to, slot } as const];
      },
    ),
  ];
  const apart = found.filter((one, index) =>
    found.slice(0, index).every(({ from, to }) => one.to <= from || one.from >= to),
  );
  let made = '';
  let end = 0;
  let last = '';
  for (const { from, to, slot } of apart.toSorted((one, other) => one.from - other.from)) {
    const between = text.slice(end, from);
    const goesOn = slot === last && slot !== '{n}' && between.trim() === '';
    made += goesOn ? '' : `${between} ${slot} `;
    end = to;
    last = slot;
  }
  return utteranceOf(made + text.slice(end));
}

/** Kinds of wishes with their shares, the likest first. */
export type Wishes = ReturnType<typeof wishesLike>;

/** The wishes that a text may say, the likest first, with what it names; `names` are the places of customers' names in it. */
export function likelyWishes(
  typed: string,
  names: readonly (readonly [from: number, to: number])[],
): { readonly wishes: ReturnType<typeof wishesLike>; readonly named: Named } {
  const sentence = utteranceOf(typed);
  const { text } = sentence;
  const held = names.reduceRight((rest, [from, to]) => `${rest.slice(0, from)}${heldStand}${rest.slice(to)}`, text);
  const [locale = 'en'] = languagesOf(sentence);
  const { n, days, product } = spokenOf(utteranceOf(held), lexicon(locale));
  const customer = names.map(([from, to]) => text.slice(from, to)).join(', ');
  return { wishes: wishesLike(withSlots(sentence, names)), named: { customer, product, n, days } };
}

/** The least share by which a text is taken for what only an open form is asked or told. */
const leastBesideForm = 0.7;

/** True for a text that may be of this kind: of the two that it is likest, or like none. */
export function mayBeOfKind(typed: string, kind: WishKind): boolean {
  const { wishes } = likelyWishes(typed, []);
  return wishes.length === 0 || wishes.slice(0, 2).some(([one]) => one === kind);
}

/** True for a text that is likely of this kind, whatever it names. */
export function isLikely(typed: string, kind: WishKind): boolean {
  const [[likest, share] = ['other', 0] as const] = likelyWishes(typed, []).wishes;
  return likest === kind && share >= leastBesideForm;
}
