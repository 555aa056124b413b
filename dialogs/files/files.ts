import type { PressData } from '../../cards/buttons.ts';
import { sent } from '../../cards/customers/searched.ts';
import { fileProgressCard } from '../../cards/fileCards.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Words } from '../../locales/words.ts';
import type { Right } from '../../partner-center/partner.ts';
import { customersFile, subscriptionsFile } from './exportedFiles.ts';
import { renewalsFile } from './renewalsFile.ts';
import { rowsFile, templateFile } from '../importing/files.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import type { TableFormat } from './tableFormat.ts';

/** A file as it is asked for: its kind and what else that needs, small enough to travel with a card and to be asked again. */
export interface FileRequest {
  readonly kind: string;
  readonly [name: string]: string;
}

/** A file that was made. */
export interface ProducedFile {
  /** Name without its ending, for people. */
  readonly name: string;
  readonly format: TableFormat;
  /** The first row names the columns. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Empty rows of a workbook that keep what is typed into them as it is typed, but in these columns. */
  readonly room?: { readonly rows: number; readonly freeColumns: readonly number[] };
  /** What is to be known of it, in the user's language. */
  readonly note?: string;
}

/** Is told how far the making of a file is; `of` where that is known. */
export type Tell = (done: number, of: number | undefined) => void;

/** A file that somebody may have, to be made when its turn is over. */
export interface FileOrder {
  readonly request: FileRequest;
  readonly userId: string;
  readonly words: Words;
  readonly conversation: Turn['conversation'];
  /** Makes it. May raise PartnerCenterError. */
  produce(tell: Tell): Promise<ProducedFile>;
}

/** How a kind of file is made, and the right that it takes. */
interface FileKind {
  readonly right: Right;
  readonly produce: (turn: Turn, request: FileRequest, tell: Tell) => Promise<ProducedFile>;
}

const kinds: Readonly<Record<string, FileKind>> = {
  customers: { right: 'view', produce: customersFile },
  subscriptions: { right: 'view', produce: subscriptionsFile },
  renewals: { right: 'view', produce: renewalsFile },
  importTemplate: { right: 'add', produce: templateFile },
  importRows: { right: 'add', produce: rowsFile },
};

/** The press that asks for a file again. */
export function pressOf({ kind, format = 'xlsx', find = '', reseller = '', file = '' }: FileRequest): PressData {
  if (kind === 'importRows') return { verb: kind, argument: file };
  if (kind === 'importTemplate') return { verb: kind, argument: format };
  return { verb: 'exportFile', argument: kind, fileFormat: format, ...sent({ find, reseller }) };
}

/** The order for a file; undefined when this user may not have it or there is no such kind, which was said. */
export function orderOf(turn: Turn, request: FileRequest): FileOrder | undefined {
  const { replies, words, userId, conversation } = turn;
  const kind = Object.hasOwn(kinds, request.kind) ? kinds[request.kind] : undefined;
  if (kind !== undefined && may(turn, kind.right))
    return { request, userId, words, conversation, produce: (tell) => kind.produce(turn, request, tell) };
  if (kind === undefined) replies.say(words.t('file.gone'));
  else replies.show(refusalCard(words, words.t('refusal.right'), false));
  return undefined;
}

/** Makes a file once the turn is over, and gives it to the user in the way that the client takes one; the pressed card stays. */
export function giveFile(turn: Turn, request: FileRequest): void {
  turn.replies.keep();
  const order = orderOf(turn, request);
  if (order === undefined) return;
  turn.replies.progress(fileProgressCard(turn.words, 0, undefined));
  turn.effects.push({ kind: 'file', order });
}
