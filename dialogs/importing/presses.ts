import { commands } from '../commandActions.ts';
import { giveFile } from '../files/files.ts';
import type { Turn } from '../turn.ts';
import { dropImport, finishImport, found, stopImport, submitImport, turnPage } from './actions.ts';
import { storeCredentials } from './credentials.ts';
import { sayKind } from './kindless.ts';
import { mayImport } from './may.ts';
import { takePasted } from './taking.ts';

/** Buttons of an import's cards. Each names its import; pressing one twice does no more than once. */
export const importPresses = {
  importText: (turn: Turn) => takePasted(turn, turn.press?.values['csv'] ?? ''),
  importPage: turnPage,
  importNew: sayKind('new'),
  importExisting: sayKind('existing'),
  credentialsStored: storeCredentials,
  importSubmit: submitImport,
  importFinish: finishImport,
  importStop: stopImport,
  async importDrop(turn: Turn, id: string) {
    if (await dropImport(turn, id)) await commands.hello(turn);
  },
  async importTemplate(turn: Turn, format: string) {
    turn.replies.keep();
    if (mayImport(turn)) giveFile(turn, { kind: 'importTemplate', format: format === 'csv' ? 'csv' : 'xlsx' });
    await Promise.resolve();
  },
  async importRows(turn: Turn, id: string) {
    turn.replies.keep();
    if ((await found(turn, id)) !== undefined) giveFile(turn, { kind: 'importRows', file: id });
  },
};
