import type { PressData } from '../../cards/elements.ts';
import { queryData } from '../../cards/customers/customerListCard.ts';
import { exportCard, fileProgressCard } from '../../cards/fileCards.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import type { Right } from '../../partner-center/rules/partner.ts';
import { customersFile, renewalsFile, subscriptionsFile } from './exportFiles.ts';
import { rowsFile, templateFile } from '../import/importFiles.ts';
import { may } from '../rights.ts';
import type { FileSource, Turn } from '../turn.ts';
import {
  type FileKind,
  fileKinds,
  type FileOrder,
  type FileRequest,
  type ProducedFile,
  type ReportProgress,
} from './fileTypes.ts';
import { searchQuery } from '../customers/customerList.ts';

/** Producer of a kind of file, and the right it needs. */
interface FileProducer {
  readonly right: Right;
  readonly produce: (source: FileSource, request: FileRequest, tell: ReportProgress) => Promise<ProducedFile>;
}

const producers: Readonly<Record<FileKind, FileProducer>> = {
  customers: { right: 'view', produce: customersFile },
  subscriptions: { right: 'view', produce: subscriptionsFile },
  renewals: { right: 'view', produce: renewalsFile },
  importTemplate: { right: 'add', produce: templateFile },
  importRows: { right: 'add', produce: rowsFile },
};

/** Press data that requests the file again. */
export function fileRequestData({
  kind,
  format = 'xlsx',
  find = '',
  reseller = '',
  file = '',
}: FileRequest): PressData {
  if (kind === 'importRows') return { verb: kind, argument: file };
  if (kind === 'importTemplate') return { verb: kind, argument: format };
  return { verb: 'exportFile', argument: kind, fileFormat: format, ...queryData({ find, reseller }) };
}

/** Order for a file; undefined when this user may not have it or the kind is unknown, and the user was told so. */
export function createFileOrder(turn: Turn, request: FileRequest): FileOrder | undefined {
  const { replies, words, userId, userName, now, today, conversation } = turn;
  const kind = fileKinds.find((one) => one === request.kind);
  if (kind !== undefined && may(turn, producers[kind].right)) {
    const at = now.toISOString();
    return { request: { ...request, kind }, userId, userName, language: words.locale, at, today, conversation };
  }
  if (kind === undefined) replies.say(words.t('file.gone'));
  else replies.show(refusalCard(words, words.t('refusal.right'), false));
  return undefined;
}

/** Produces an ordered file from the partner's data. May raise PartnerCenterError. */
export const produceFile = (source: FileSource, { request }: FileOrder, tell: ReportProgress): Promise<ProducedFile> =>
  producers[request.kind].produce(source, request, tell);

/** Orders a file that is produced after the turn and delivered as the client allows; the pressed card stays. */
export function orderFile(turn: Turn, request: FileRequest): void {
  turn.replies.keep();
  const order = createFileOrder(turn, request);
  if (order === undefined) return;
  turn.replies.progress(fileProgressCard(turn.words, 0, undefined));
  turn.effects.push({ kind: 'file', order });
}

/** Export: asks which file of the customers found is wanted. */
export async function askExport(turn: Turn): Promise<void> {
  const { words, replies } = turn;
  replies.keep();
  if (may(turn, 'view')) replies.show(exportCard(words, searchQuery(turn)));
  else replies.show(refusalCard(words, words.t('refusal.right'), false));
  await Promise.resolve();
}

/** Orders a file of this kind of the customers found. */
export async function exportFile(turn: Turn, kind: string): Promise<void> {
  const format = turn.press?.values['fileFormat'] === 'csv' ? 'csv' : 'xlsx';
  orderFile(turn, { kind, format, ...searchQuery(turn) });
  await Promise.resolve();
}
