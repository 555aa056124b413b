import type { Activity } from 'botbuilder-core';
import { fileFailedCard, fileProgressCard, fileReadyCard } from '../../cards/fileCards.ts';
import type { Upload } from '../../dialogs/files/fileConsent.ts';
import { pressOf, type FileOrder, type ProducedFile, type Tell } from '../../dialogs/files/files.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { failure, type Log } from '../log.ts';
import type { Send } from '../door/outgoing.ts';
import { cardActivity } from '../turn/replies.ts';
import type { SubmissionTools } from '../work/submissionTools.ts';
import { fileOf } from './fileOf.ts';
import {
  consentActivity,
  linkActivity,
  rowsActivity,
  savedActivity,
  savedLine,
  wholeActivity,
  type Handed,
} from './handing.ts';
import type { Kept, Shelf } from './shelf.ts';
import { isUploadUrl, upload, type UploadRules } from './uploading.ts';

/** What files are made and handed over with. */
export interface FileParts {
  readonly shelf: Shelf;
  readonly rules: UploadRules & {
    /** The Teams of this cloud takes files from bots. */
    readonly teamsTakesFiles: boolean;
  };
  /** The way out to where files are saved. */
  readonly send: Send;
  /** Speaks in an earlier conversation. */
  readonly resume: SubmissionTools['resume'];
  /** Where a file on the shelf is to be had on this machine. */
  readonly address: (id: string) => string;
  readonly newId: () => string;
  readonly log: Log;
}

/** Makes files when their turn is over, and hands them over. `card` is the message that says how far it is. */
export interface Files {
  /** Makes a file, telling how far that is, and offers it in the way that the client takes one. Never raises. */
  give(partner: Partner, order: FileOrder, card: string | undefined): Promise<void>;
  /** Saves a file that was accepted; one that is not on the shelf any more is made again. Never raises. */
  save(partner: Partner, upload: Upload, card: string | undefined): Promise<void>;
}

/** Milliseconds between two reports of how far a file is. */
const between = 3_000;

/** Says how far a file is; `said` resolves when the last of that has arrived, so that it overtakes nothing. */
interface Progress {
  readonly tell: Tell;
  readonly said: () => Promise<void>;
}

/** Files over these parts. */
export function createFiles(parts: FileParts): Files {
  const { shelf, log } = parts;

  const make = async (
    partner: Partner,
    order: FileOrder,
    { tell, said }: Progress,
  ): Promise<Kept & Pick<ProducedFile, 'note'>> => {
    try {
      const { note, ...produced } = await order.produce(tell);
      // Rows to copy are text.
      const made = givesRows(parts, order) ? { ...produced, format: { delimiter: ',' } as const } : produced;
      const file = { ...(await fileOf(made)), partner: partner.tenantId, userId: order.userId };
      return note === undefined ? file : { ...file, note };
    } finally {
      await said();
    }
  };

  const progress = (order: FileOrder, card: string | undefined): Progress => {
    let last = performance.now();
    let saying = Promise.resolve();
    const tell: Tell = (done, of) => {
      if (card === undefined || performance.now() - last < between) return;
      last = performance.now();
      saying = saying.then(() => show(parts, order, fileProgressCard(order.words, done, of), card));
    };
    return { tell, said: () => saying };
  };

  const failed = async (
    order: FileOrder,
    what: 'file.notMade' | 'file.notSaved',
    error: unknown,
    card: string | undefined,
  ): Promise<void> => {
    const known = error instanceof PartnerCenterError;
    const id = known ? error.correlationId : parts.newId();
    log.error({ err: failure(error), correlationId: id, kind: order.request.kind }, 'file failed');
    const refusal = known ? error.refusal : undefined;
    await show(parts, order, fileFailedCard(order.words, what, refusal, id, pressOf(order.request)), card);
  };

  return {
    async give(partner, order, card) {
      try {
        const { note, ...file } = await make(partner, order, progress(order, card));
        await show(parts, order, fileReadyCard(order.words, file.name, note), card);
        await hand(parts, { order, id: shelf.put(file), file });
      } catch (error) {
        await failed(order, 'file.notMade', error, card);
      }
    },
    async save(partner, { order, file, to }, card) {
      try {
        if (!isUploadUrl(to.uploadUrl, parts.rules)) throw new Error('the upload address is none of OneDrive');
        const kept = shelf.find(file);
        const isOwn = kept?.partner === partner.tenantId && kept.userId === order.userId;
        const { content } = isOwn ? kept : await make(partner, order, progress(order, card));
        await upload(parts.send, to.uploadUrl, content);
        const shown = isUploadUrl(to.contentUrl, parts.rules) ? savedActivity : savedLine;
        await say(parts, order, shown(order.words, to), card);
      } catch (error) {
        await failed(order, 'file.notSaved', error, card);
      }
    },
  };
}

/** Is it a Teams that takes no files from bots? */
const givesRows = ({ rules }: FileParts, { conversation }: FileOrder): boolean =>
  conversation['channelId'] === 'msteams' && !rules.teamsTakesFiles;

/** In Teams the user is asked to accept it; a client on this machine fetches it; any other gets it whole. */
async function hand(parts: FileParts, handed: Handed): Promise<void> {
  const isTeams = handed.order.conversation['channelId'] === 'msteams';
  const { anonymous } = parts.rules;
  if (givesRows(parts, handed.order)) return say(parts, handed.order, rowsActivity(handed));
  if (isTeams) await say(parts, handed.order, consentActivity(handed));
  // Also where Teams is played on this machine: not every player knows consent cards.
  if (anonymous) await say(parts, handed.order, linkActivity(handed, parts.address(handed.id)));
  else if (!isTeams) await say(parts, handed.order, wholeActivity(handed));
}

const show = (parts: FileParts, order: FileOrder, made: Parameters<typeof cardActivity>[0], card: string | undefined) =>
  say(parts, order, cardActivity(made), card);

/** Says it in place of a message, or as a new one; what cannot be said is logged. */
async function say(
  { resume, log }: FileParts,
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
        log.info({ err: failure(error) }, 'card could not be replaced');
        await context.sendActivity(activity);
      }
    });
  } catch (error) {
    log.error({ err: failure(error) }, 'message about a file could not be sent');
  }
}
