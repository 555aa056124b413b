import type { Activity } from 'botbuilder-core';
import { fileFailedCard, fileProgressCard, fileReadyCard } from '../../cards/fileCards.ts';
import type { FileOrder, FileUpload, ProducedFile, ReportProgress } from '../../dialogs/files/fileTypes.ts';
import { fileRequestData, produceFile } from '../../dialogs/files/fileOrders.ts';
import type { FileSource } from '../../dialogs/turn.ts';
import { words } from '../../locales/words.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { type Log, safeError } from '../log.ts';
import type { ConnectorSend } from '../http/connectorClient.ts';
import { cardActivity } from '../turn/replies.ts';
import type { SubmissionDeps } from '../jobs/submissionDeps.ts';
import {
  consentActivity,
  type DeliverableFile,
  inlineActivity,
  linkActivity,
  rowsActivity,
  savedActivity,
  savedText,
} from './fileActivities.ts';
import type { PendingFile, PendingFiles } from './pendingFiles.ts';
import { isUploadUrl, uploadFile, type UploadRules } from './fileTransfer.ts';
import { csv } from '../../dialogs/files/tableFormat.ts';
import { writeWorkbook } from './workbooks.ts';
import { defined } from '../../lib/optional.ts';

/** Dependencies of file delivery. */
interface FileDeliveryDeps {
  readonly pendingFiles: PendingFiles;
  /** The data an ordered file is produced from. */
  readonly sourceOf: (partner: Partner, order: FileOrder) => FileSource;
  readonly rules: UploadRules & {
    /** True when the Teams of this cloud accepts files from bots. */
    readonly teamsTakesFiles: boolean;
  };
  /** Sends files to OneDrive. */
  readonly send: ConnectorSend;
  /** Speaks in an earlier conversation. */
  readonly resume: SubmissionDeps['resume'];
  /** The URL of a pending file on this machine. */
  readonly address: (id: string) => string;
  readonly newId: () => string;
  readonly log: Log;
}

/** Produces and delivers files after their turn. `card` is the id of the message that shows the progress. */
export interface FileDelivery {
  /** Produces a file while reporting progress, and offers it in the way the client accepts files. Never raises. */
  deliver(partner: Partner, order: FileOrder, card: string | undefined): Promise<void>;
  /** Saves an accepted file to OneDrive; a file no longer pending is produced again. Never raises. */
  save(partner: Partner, upload: FileUpload, card: string | undefined): Promise<void>;
}

/** Milliseconds between two progress reports of a file. */
const progressInterval = 3_000;

/** File delivery with these dependencies. */
export const createFileDelivery = (deps: FileDeliveryDeps): FileDelivery => ({
  async deliver(partner, order, card) {
    try {
      const { note, ...file } = await makeFile(deps, partner, order, card);
      await sendCard(deps, order, fileReadyCard(words(order.language), note), card);
      await offerFile(deps, { order, id: await deps.pendingFiles.put(file), file });
    } catch (error) {
      await sendFailure(deps, order, 'file.notMade', error, card);
    }
  },
  async save(partner, { order, file, to }, card) {
    try {
      if (!isUploadUrl(to.uploadUrl, deps.rules)) throw new Error('the upload address is none of OneDrive');
      const kept = await deps.pendingFiles.find(file);
      const isOwn = kept?.partner === partner.tenantId && kept.userId === order.userId;
      const { content } = isOwn ? kept : await makeFile(deps, partner, order, card);
      await uploadFile(deps.send, to.uploadUrl, content);
      const shown = isUploadUrl(to.contentUrl, deps.rules) ? savedActivity : savedText;
      await sendActivity(deps, order, shown(words(order.language), to), card);
    } catch (error) {
      await sendFailure(deps, order, 'file.notSaved', error, card);
    }
  },
});

/** Produces a file and reports its progress on the card. */
async function makeFile(
  deps: FileDeliveryDeps,
  partner: Partner,
  order: FileOrder,
  card: string | undefined,
): Promise<PendingFile & Pick<ProducedFile, 'note'>> {
  const { report, reported } = createProgressReport(deps, order, card);
  try {
    const { note, ...produced } = await produceFile(deps.sourceOf(partner, order), order, report);
    // Rows sent as text need CSV.
    const made = sendsRowsAsText(deps, order) ? { ...produced, format: { delimiter: ',' } as const } : produced;
    const file = { ...(await renderFile(made)), partner: partner.tenantId, userId: order.userId };
    return { ...file, ...defined({ note }) };
  } finally {
    await reported();
  }
}

/**
 * Reports the progress of a file; `reported` resolves when the last report has arrived, so that none overtakes the file.
 */
function createProgressReport(
  deps: FileDeliveryDeps,
  order: FileOrder,
  card: string | undefined,
): { readonly report: ReportProgress; readonly reported: () => Promise<void> } {
  let last = performance.now();
  let sent = Promise.resolve();
  const report: ReportProgress = (done, of) => {
    if (card === undefined || performance.now() - last < progressInterval) return;
    last = performance.now();
    sent = sent.then(() => sendCard(deps, order, fileProgressCard(words(order.language), done, of), card));
  };
  return { report, reported: () => sent };
}

/** Logs why a file failed, and says so on the card. */
async function sendFailure(
  deps: FileDeliveryDeps,
  order: FileOrder,
  what: 'file.notMade' | 'file.notSaved',
  error: unknown,
  card: string | undefined,
): Promise<void> {
  const known = error instanceof PartnerCenterError;
  const id = known ? error.correlationId : deps.newId();
  deps.log.error({ err: safeError(error), correlationId: id, kind: order.request.kind }, 'file failed');
  const refusal = known ? error.refusal : undefined;
  const again = fileRequestData(order.request);
  await sendCard(deps, order, fileFailedCard(words(order.language), what, refusal, id, again), card);
}

/** True for a Teams that accepts no files from bots, so rows are sent as text. */
const sendsRowsAsText = ({ rules }: FileDeliveryDeps, { conversation }: FileOrder): boolean =>
  conversation['channelId'] === 'msteams' && !rules.teamsTakesFiles;

/** Offers a file: in Teams by a consent card, to a client on this machine by a link, to any other client inline. */
async function offerFile(deps: FileDeliveryDeps, handed: DeliverableFile): Promise<void> {
  const isTeams = handed.order.conversation['channelId'] === 'msteams';
  const { anonymous } = deps.rules;
  if (sendsRowsAsText(deps, handed.order)) return sendActivity(deps, handed.order, rowsActivity(handed));
  if (isTeams) await sendActivity(deps, handed.order, consentActivity(handed));
  // Also for a Teams emulation on this machine: not every emulator knows consent cards.
  if (anonymous) await sendActivity(deps, handed.order, linkActivity(handed, deps.address(handed.id)));
  else if (!isTeams) await sendActivity(deps, handed.order, inlineActivity(handed));
}

const sendCard = (
  deps: FileDeliveryDeps,
  order: FileOrder,
  made: Parameters<typeof cardActivity>[0],
  card: string | undefined,
) => sendActivity(deps, order, cardActivity(made), card);

/** Sends an activity in place of a message, or as a new one; a failure is logged. */
async function sendActivity(
  { resume, log }: FileDeliveryDeps,
  { conversation }: FileOrder,
  activity: Partial<Activity>,
  replaces?: string,
): Promise<void> {
  try {
    await resume(conversation, async (context) => {
      if (replaces === undefined || replaces === '') return void (await context.sendActivity(activity));
      try {
        await context.updateActivity({ ...activity, id: replaces });
      } catch (error) {
        log.info({ err: safeError(error) }, 'card could not be replaced');
        await context.sendActivity(activity);
      }
    });
  } catch (error) {
    log.error({ err: safeError(error) }, 'message about a file could not be sent');
  }
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Renders a table as a file of its format; a table too large for a workbook becomes CSV. */
async function renderFile({
  name,
  format,
  rows,
  room,
}: Omit<ProducedFile, 'note'>): Promise<Pick<PendingFile, 'name' | 'type' | 'content'>> {
  const bytes = format === 'xlsx' ? await writeWorkbook({ name, rows, ...defined({ room }) }) : undefined;
  if (bytes !== undefined) return { name: `${name}.xlsx`, type: mediaTypes.xlsx, content: Buffer.from(bytes) };
  const delimiter = format === 'xlsx' ? ',' : format.delimiter;
  return { name: `${name}.csv`, type: mediaTypes.csv, content: Buffer.from(csv(rows, delimiter), 'utf8') };
}
