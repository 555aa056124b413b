import { carryOutChange } from './changing.ts';
import type { ChangeTools } from './changeTools.ts';
import { durableWork, type DurableWork } from './durableWork.ts';

/** Carries changes of customers out with those tools, each once. */
export const createChanges = (tools: ChangeTools): DurableWork =>
  durableWork(tools, {
    name: 'change',
    stored: tools.changes,
    carryOut: (partner, item) => carryOutChange(tools, partner, item),
    again: ({ fault: _fault, finishing: _finishing, wakeAt: _wakeAt, waitsFor, ...change }, woken) => ({
      ...change,
      ...(woken && waitsFor !== undefined ? { waitsFor } : {}),
    }),
    // Its card is in a conversation, or so far up, that nobody would see what it turns into.
    elsewhere: ({ progressCard: _card, replaces: _replaces, waitsFor: _waitsFor, ...change }, conversation) => ({
      ...change,
      conversation: { ...conversation },
    }),
  });
