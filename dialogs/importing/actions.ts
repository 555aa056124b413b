import { importProgressCard } from '../../cards/importing/importProgressCard.ts';
import { noRows } from '../../storage/importRows.ts';
import { changeHead, removeImport, type ImportHead } from '../../storage/imports.ts';
import { settleWith } from '../settling.ts';
import type { Turn } from '../turn.ts';
import { mayImport } from './may.ts';
import { showReview } from './review.ts';

/** Another page of the review. */
export async function turnPage(turn: Turn, argument: string): Promise<void> {
  const [id = '', page = ''] = argument.split('.');
  const head = await found(turn, id);
  if (head === undefined) return;
  if (isOpen(head)) return showReview(turn, head, Number(page) || 1);
  turn.replies.keep();
  turn.replies.say(turn.words.t('import.runsAlready'));
}

/** Is nothing submitted of it yet? */
export const isOpen = ({ state, submitted, endedAt }: ImportHead): boolean =>
  state === 'unfinished' && submitted !== true && endedAt === undefined;

/** Submit: the rows that are ready are submitted and recorded, one after the other. */
export async function submitImport(turn: Turn, id: string): Promise<void> {
  const head = await found(turn, id);
  if (head !== undefined) await begin(turn, head, isOpen(head));
}

/** Finish: takes up the rows that Partner Center could not do. */
export async function finishImport(turn: Turn, id: string): Promise<void> {
  const head = await found(turn, id);
  if (head !== undefined) await begin(turn, head, head.state === 'unfinished' && head.submitted !== true);
}

async function begin(turn: Turn, head: ImportHead, can: boolean): Promise<void> {
  const { imports, partner, words, replies, effects, person, conversation } = turn;
  if (!can) {
    replies.keep();
    return replies.say(words.t('import.runsAlready'));
  }
  // First, so that whatever fails from here is looked into.
  effects.push({ kind: 'importing', id: head.id });
  await changeHead(imports, partner.tenantId, head.id, ({ stopping: _stopping, ...kept }) => ({
    ...kept,
    submitted: true,
    language: words.locale,
    conversation: { ...conversation },
  }));
  if (person.importing === head.id) delete person.importing;
  const all = head.new + head.existing;
  replies.progress(importProgressCard(words, { id: head.id, done: 0, all, counts: noRows(), stopping: false }));
}

/** Stop: what is under way is finished, the rest is not begun. */
export async function stopImport(turn: Turn, id: string): Promise<void> {
  const head = await found(turn, id);
  if (head === undefined) return;
  turn.replies.keep();
  if (head.state !== 'running' && head.submitted !== true) return turn.replies.say(turn.words.t('importDone.title'));
  await changeHead(turn.imports, turn.partner.tenantId, id, (present) => ({ ...present, stopping: true }));
  turn.replies.say(turn.words.t('import.stopping'));
}

/** Cancel: the file is forgotten; false when it was not, and why was said. */
export async function dropImport(turn: Turn, id: string): Promise<boolean> {
  if (turn.person.importing === id) delete turn.person.importing;
  const head = await found(turn, id);
  if (head === undefined) return false;
  const { imports, partner, replies, words } = turn;
  if (!isOpen(head)) {
    replies.keep();
    replies.say(words.t('import.runsAlready'));
    return false;
  }
  await removeImport(imports, partner.tenantId, head);
  settleWith(turn, words.t('import.dropped'));
  return true;
}

/** The import, where this user may have to do with it; else the reason was said. */
export async function found(turn: Turn, id: string): Promise<ImportHead | undefined> {
  const { imports, partner, replies, words } = turn;
  if (!mayImport(turn)) return undefined;
  const head = await imports.heads.get(partner.tenantId, id);
  if (head !== undefined) return head.value;
  replies.keep();
  replies.say(words.t('import.gone'));
  return undefined;
}
