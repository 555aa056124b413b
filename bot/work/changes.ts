import type { Partner } from '../../partner-center/partner.ts';
import { blankPassword, type ShownPassword } from './adminPassword.ts';
import { carryOutChange } from './changing.ts';
import type { ChangeTools } from './changeTools.ts';
import { durableWork, type DurableWork } from './durableWork.ts';

/** Changes of customers on their way. */
export interface Changes extends DurableWork {
  /** What a change shows once was read, or shown long enough: it is blanked, and the change is over. */
  close(partner: Partner, id: string): Promise<void>;
}

/** Carries changes of customers out with those tools, each once. */
export function createChanges(tools: ChangeTools): Changes {
  const { later, now, passwordMinutes } = tools;
  const shown = new Map<string, ShownPassword>();

  const blankLater = (partner: Partner, id: string, shownAt: string): void => {
    const left = Date.parse(shownAt) + passwordMinutes * 60_000 - now().getTime();
    // A clock that was set back must not lengthen it, nor pass the longest time a timer takes.
    later(() => void close(partner, id), Math.min(Math.max(0, left), passwordMinutes * 60_000));
  };

  const work = durableWork(tools, {
    name: 'change',
    stored: tools.changes,
    async carryOut(partner, item) {
      const ended = await carryOutChange(tools, partner, item, shown);
      if (ended.shownAt !== undefined) blankLater(partner, item.id, ended.shownAt);
      return ended;
    },
    again: ({ fault: _fault, finishing: _finishing, wakeAt: _wakeAt, waitsFor, ...change }, woken) => ({
      ...change,
      ...(woken && waitsFor !== undefined ? { waitsFor } : {}),
    }),
    // Its card is in a conversation, or so far up, that nobody would see what it turns into.
    elsewhere: ({ progressCard: _card, replaces: _replaces, waitsFor: _waitsFor, ...change }, conversation) => ({
      ...change,
      conversation: { ...conversation },
    }),
    looksAfter(partner, { id, shownAt, read }) {
      if (shownAt === undefined) return false;
      if (read === true) later(() => void close(partner, id), 0);
      else blankLater(partner, id, shownAt);
      return true;
    },
  });

  const close = (partner: Partner, id: string): Promise<void> =>
    work.guarded(partner, id, () => blankPassword(tools, partner, id));

  return { ...work, close };
}
