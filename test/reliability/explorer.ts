import { buttonsOf, cardOf, titleOf, type ShownCard } from '../cardReading.ts';
import type { MessageKey } from '../../locales/words.ts';
import type { Client } from '../client.ts';
import type { TestBot } from '../testBot.ts';
import { keyOf, placesOf, type Deed, type Fill, type Place } from './places.ts';

/** How cards are walked. */
interface Walk {
  readonly bot: TestBot;
  /** Somebody new, who has said nothing yet. */
  open(): Client;
  readonly fill: Fill;
  /** What can be done besides pressing a place's buttons: typing a command, pressing while something is out of order. */
  besides(place: Place): readonly Deed[];
  /** How many people come, one after the other. */
  readonly people: number;
}

/** What a walk over every card found. */
interface Explored {
  /** Verbs of the buttons that were pressed. */
  readonly verbs: ReadonlySet<string>;
  /** What must not be: silence, no way on, help that does not come, a living button that is called outdated. */
  readonly faults: readonly string[];
}

/** What can be done where, and the places it led to; undefined: not done yet. */
type Chart = Map<string, Map<string, readonly string[] | undefined>>;

/** The things one person does at most: then somebody new comes, who has no drafts. */
const longest = 240;
/** A way that was taken so often since something new was done leads there no more. */
const often = 2;

/**
 * Does what can be done on every card that can be reached, for as long as people come, breadth first: the nearest thing
 * that nobody did anywhere comes next, then the nearest not done here. Cards with the same title and buttons are one.
 */
export async function explore(walk: Walk): Promise<Explored> {
  const chart: Chart = new Map();
  const verbs = new Set<string>();
  const everDone = new Set<string>();
  const faults: string[] = [];
  for (let came = 0; came < walk.people && (came === 0 || isLeft(chart)); came += 1) {
    const user = walk.open();
    const taken = new Map<string, number>();
    let here = await arrive(walk, user, [], { name: 'hello', run: (one) => one.hello() }, faults);
    for (let done = 0; done < longest && here.length > 0; done += 1) {
      for (const place of here) await enter(walk, user, place, chart, faults);
      // What was not done anywhere comes before what was not done here.
      const isNew = (deed: string): boolean => !everDone.has(deed);
      const next = nearest(chart, here, walk, taken, isNew) ?? nearest(chart, here, walk, taken);
      if (next === undefined) break;
      everDone.add(next.deed.name);
      if (next.deed.verb !== undefined) verbs.add(next.deed.verb);
      const way = `${next.at} ${next.deed.name}`;
      const before = chart.get(next.at)?.get(next.deed.name);
      if (before === undefined) taken.clear();
      taken.set(way, (taken.get(way) ?? 0) + 1);
      const there: Place[] = await arrive(walk, user, here, next.deed, faults);
      chart.get(next.at)?.set(next.deed.name, [...new Set([...(before ?? []), ...there.map(({ name }) => name)])]);
      here = there;
    }
  }
  return { verbs, faults: [...new Set(faults)] };
}

const isLeft = (chart: Chart): boolean => [...chart.values()].some((deeds) => [...deeds.values()].includes(undefined));

const deedsAt = (walk: Walk, place: Place): Deed[] => [...place.deeds, ...walk.besides(place)];

/** The first step towards the nearest thing not done yet, of those that are wanted. */
function nearest(
  chart: Chart,
  here: readonly Place[],
  walk: Walk,
  taken: ReadonlyMap<string, number>,
  wanted: (deed: string) => boolean = () => true,
): { at: string; deed: Deed } | undefined {
  const seen = new Set(here.map(({ name }) => name));
  const step = (at: string, name: string) => ({
    name,
    to: (taken.get(`${at} ${name}`) ?? 0) > often ? [] : chart.get(at)?.get(name),
  });
  let ways = here.flatMap((place) =>
    deedsAt(walk, place).map((deed) => ({ first: { at: place.name, deed }, last: step(place.name, deed.name) })),
  );
  while (ways.length > 0) {
    const found = ways.find(({ last }) => last.to === undefined && wanted(last.name));
    if (found !== undefined) return found.first;
    ways = ways.flatMap(({ first, last }) =>
      (last.to ?? [])
        .filter((name) => !seen.has(name) && seen.add(name))
        .flatMap((at) => [...(chart.get(at)?.keys() ?? [])].map((deed) => ({ first, last: step(at, deed) }))),
    );
  }
  return undefined;
}

/** Charts a place; at a new one help and hello must come, and leave its card alive. */
async function enter(walk: Walk, user: Client, place: Place, chart: Chart, faults: string[]): Promise<void> {
  const known = chart.get(place.name);
  const deeds = known ?? new Map<string, readonly string[] | undefined>();
  const there = new Set(deedsAt(walk, place).map(({ name }) => name));
  // Not everything that was there once is there again: what could not be done is let go.
  for (const [name, to] of deeds) if (to === undefined && !there.has(name)) deeds.delete(name);
  for (const name of there) if (!deeds.has(name)) deeds.set(name, undefined);
  chart.set(place.name, deeds);
  if (known !== undefined) return;
  for (const [text, title] of [
    ['help', 'help.title'],
    ['hello', 'home.title'],
  ] as const) {
    const mark = walk.bot.connector.calls.length;
    await user.say(text);
    const titles = changedSince(walk, user, mark).map(titleOf);
    if (!titles.map(keyOf).includes(title)) faults.push(`${place.name}: “${text}” is answered by “${titles.join()}”`);
  }
}

/** What was said to a person since that call. */
const saidSince = ({ bot }: Walk, { conversation }: Client, mark: number) =>
  bot.connector.calls.slice(mark).filter((call) => call.conversation === conversation && call.id !== undefined);

/** The cards that came or were replaced since that call. */
function changedSince(walk: Walk, user: Client, mark: number): readonly ShownCard[] {
  const ids = new Set(saidSince(walk, user, mark).map(({ id }) => id));
  return user.cards().filter(({ id }) => ids.has(id));
}

/** Waits for what follows by itself. */
async function follow(user: Client, texts: readonly (MessageKey | undefined)[], changed: () => readonly ShownCard[]) {
  const has = (...keys: readonly MessageKey[]): boolean => keys.some((key) => texts.includes(key));
  const open = () => user.until(() => changed().some((card) => buttonsOf(card).length > 0));
  if (has('progress.title', 'changing.title')) await open();
  // Its end is told where its password stands: that may be another chat.
  if (has('unfinished.running', 'change.running')) await open().catch(() => undefined);
  if (has('importProgress.title', 'importProgress.over'))
    await user.until(() => changed().some((card) => keyOf(titleOf(card))?.startsWith('importDone.') === true));
}

/** Does it, and gives the places where that led. */
async function arrive(
  walk: Walk,
  user: Client,
  from: readonly Place[],
  deed: Deed,
  faults: string[],
): Promise<Place[]> {
  const mark = walk.bot.connector.calls.length;
  const said = () => saidSince(walk, user, mark);
  const changed = () => changedSince(walk, user, mark);
  await deed.run(user);
  const texts = said().map(({ body }) => keyOf(body.text ?? titleOf(cardOf(body) ?? { id: '', content: {} })));
  const fault = (what: string) =>
    void faults.push(`${deed.name} at ${from.map(({ name }) => name).join(' and ')}: ${what}`);
  await follow(user, texts, changed).catch(() => fault('does not end'));
  if (said().length === 0) fault('nothing comes');
  if (deed.verb !== undefined && texts.some((key) => key?.startsWith('outdated') === true)) fault('is called outdated');
  const there = placesOf(changed(), walk.fill);
  if (there.length > 0) return there;
  const standing = placesOf(
    user.cards().filter(({ id }) => from.some(({ card }) => card.id === id)),
    walk.fill,
  );
  if (standing.length === 0) fault('leads nowhere');
  return standing;
}
