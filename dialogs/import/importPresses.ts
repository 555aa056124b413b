import { commands } from '../commandActions.ts';
import { orderFile } from '../files/fileOrders.ts';
import { mayImport } from '../rights.ts';
import type { Turn } from '../turn.ts';
import {
  confirmCredentialsStored,
  dropImport,
  findImport,
  finishImport,
  setLeftOut,
  setRowKind,
  showImportPage,
  stopImport,
  submitImport,
  takeProposedDomains,
} from './importActions.ts';
import { receivePasted } from './receiveFile.ts';

/** Buttons of an import's cards. Each carries its import's id; pressing one twice acts once. */
export const importPresses = {
  importText: (turn: Turn) => receivePasted(turn, turn.press?.values['csv'] ?? ''),
  importPage: showImportPage,
  importNew: setRowKind('new'),
  importExisting: setRowKind('existing'),
  importDomains: takeProposedDomains,
  importLeaveOut: setLeftOut(true),
  importTakeIn: setLeftOut(false),
  credentialsStored: confirmCredentialsStored,
  importSubmit: submitImport,
  importFinish: finishImport,
  importStop: stopImport,
  async importDrop(turn: Turn, id: string) {
    if (await dropImport(turn, id)) await commands.hello(turn);
  },
  async importTemplate(turn: Turn, format: string) {
    turn.replies.keep();
    if (mayImport(turn)) orderFile(turn, { kind: 'importTemplate', format: format === 'csv' ? 'csv' : 'xlsx' });
    await Promise.resolve();
  },
  async importRows(turn: Turn, id: string) {
    turn.replies.keep();
    if ((await findImport(turn, id)) !== undefined) orderFile(turn, { kind: 'importRows', file: id });
  },
};
