import type { TurnContext } from 'botbuilder-core';
import type { Card } from '../cards/elements.ts';
import type { UserClock } from '../lib/localTime.ts';
import type { Words } from '../locales/words.ts';
import type { SubscriptionCache } from '../partner-center/subscriptionCache.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Audit } from '../storage/auditTrail.ts';
import type { PartnerBundles } from '../model/bundle.ts';
import type { Change } from '../model/change.ts';
import type { DomainLease } from '../model/domainLease.ts';
import type { Collection } from '../storage/collection.ts';
import type { Values } from '../model/draft.ts';
import type { Submission } from '../model/submission.ts';
import type { JobLease } from '../model/requestedBy.ts';
import type { MorningUser, NotedChanges, User } from '../model/user.ts';
import type { AgendaCustomers } from './agenda/agendaCustomers.ts';
import type { Directory } from './customers/customerDirectory.ts';
import type { FileUpload, FileOrder } from './files/fileTypes.ts';
import type { Customers } from '../storage/collections.ts';
import type { Imports } from '../storage/importCollections.ts';

/** Press of a button: its verb, card and argument, and all values of the card's inputs. */
export interface Press {
  readonly verb: string;
  readonly token: string;
  readonly argument: string;
  readonly values: Values;
}

/** Handles a press as if it had come from the client, with the rights that it needs. */
export type Presser = (press: Press) => Promise<void>;

/** Reference of the customer whose present state a card shows, and the press that shows it again. */
export interface ShownState {
  readonly ref: string;
  readonly verb: 'customer' | 'customerDetails' | 'subscriptions' | 'manage';
  readonly argument: string;
}

/** Answers of a turn. They are sent after the user's state is saved. */
export interface Replies {
  /** Sends a line of plain text. */
  say(text: string): void;
  /**
   * Shows a card, in place of the pressed one while that is free, else as a new message; `state` where it shows
   * a customer's present state.
   */
  show(card: Card, state?: ShownState): void;
  /** Replaces the pressed card with this read-only one; does nothing when the client did not name the card. */
  replaceCard(card: Card): void;
  /** Leaves the pressed card as it is. */
  keep(): void;
  /** Shows the card that the job of this turn updates, in place of the pressed one or as a new message. */
  progress(card: Card): void;
  /** True when a card was shown in this turn. */
  readonly shown: boolean;
  /** The card shown last in this turn. */
  readonly last: Card | undefined;
  /** True when the client named the pressed card, so that it can be replaced. */
  readonly replaces: boolean;
  /** Activity id of the pressed card, when the client sends it. */
  readonly pressed: string | undefined;
}

/** File named by a message; its URL is not to be trusted. */
export interface SentFile {
  readonly name: string;
  readonly url: string;
  /** True for a picture or a recording, which is no import file. */
  readonly media?: boolean;
}

/** Reason why a file was not fetched: too large, from a host that is not allowed, or unavailable. */
export type FetchFault = 'too-large' | 'refused' | 'failed';

/** Sheet of a workbook, each cell as it is displayed. */
interface SentSheet {
  readonly rows: readonly (readonly string[])[];
}

/** Reason why a workbook was not read: no workbook or encrypted, or too large. */
export type WorkbookFault = 'unreadable' | 'too-large';

/** Work to begin when the turn is saved and answered. */
export type Effect =
  | { readonly kind: 'submit'; readonly id: string }
  | { readonly kind: 'finish'; readonly id: string }
  | { readonly kind: 'close'; readonly id: string }
  | { readonly kind: 'change'; readonly id: string }
  | { readonly kind: 'finishChange'; readonly id: string }
  | { readonly kind: 'dropChange'; readonly id: string }
  | { readonly kind: 'closeChange'; readonly id: string }
  | { readonly kind: 'wakeChange'; readonly id: string }
  | { readonly kind: 'forget'; readonly id: string }
  | { readonly kind: 'file'; readonly order: FileOrder }
  | { readonly kind: 'upload'; readonly upload: FileUpload }
  | { readonly kind: 'importing'; readonly id: string }
  /** The user asked for the morning's message. */
  | { readonly kind: 'morning' }
  | { readonly kind: 'tell'; readonly conversation: DomainLease['conversation']; readonly text: string };

/**
 * One message of one user, with everything that handling it may use. `person` is mutable; it is saved when the turn
 * ends.
 */
export interface Turn {
  readonly person: User;
  readonly partner: Partner;
  readonly userId: string;
  readonly userName: string;
  words: Words;
  readonly now: Date;
  /** Date in the user's time zone, `yyyy-mm-dd`. */
  readonly today: string;
  /** The user's clock, as far as the client tells it; else that of the partner's country. */
  readonly clock: UserClock;
  /** The user's clock as the client tells it; empty where it tells none, and times are said in UTC. */
  readonly toldClock: UserClock;
  readonly partnerCenter: PartnerCenter;
  readonly customers: Customers;
  /** Customers of the partner, from our records or from Partner Center. */
  readonly directory: Directory;
  /** Cache of the subscriptions of all customers. */
  readonly keptSubscriptions: SubscriptionCache;
  /** Reading of the partner's customers for the agenda, behind the turns. */
  readonly agendaCustomers: AgendaCustomers;
  readonly jobs: Collection<Submission>;
  readonly changes: Collection<Change>;
  readonly audit: Audit;
  readonly leases: Collection<DomainLease>;
  readonly morningUsers: Collection<MorningUser>;
  readonly savedBundles: Collection<PartnerBundles>;
  readonly notedChanges: Collection<NotedChanges>;
  readonly imports: Imports;
  /** Removes this partner's quarantined documents that contain one of these texts. */
  purgeQuarantine(texts: readonly string[]): Promise<void>;
  readonly press: Press | undefined;
  /** Files of the message. */
  readonly sent: readonly SentFile[];
  readonly text: string;
  readonly replies: Replies;
  readonly effects: Effect[];
  /** Opaque key of this conversation, by which it is recorded as greeted. */
  readonly chat: string;
  /** Conversation reference, for proactive messages. */
  readonly conversation: Readonly<Record<string, unknown>>;
  /** True while the draft of that lease exists and has that domain. */
  isAdding(lease: DomainLease, domain: string): Promise<boolean>;
  /** Content of a file, at most `mostBytes`, or the reason why it was not fetched. */
  fetchFile(file: SentFile, mostBytes: number): Promise<Uint8Array | FetchFault>;
  /** Sheets of an .xlsx file, or the reason why it was not read. */
  readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<readonly SentSheet[] | WorkbookFault>;
  /** New id; ids sort newest first. */
  newId(): string;
  newRequestId(): string;
  /**
   * Lease of this process on a job that the turn begins, goes on with or gives up, with that lease before: other processes
   * leave the job alone until the turn is saved.
   */
  newJobLease(former?: JobLease): JobLease;
  /** Result of the work if it comes while a turn can wait; raises PartnerCenterError `unavailable` after that. */
  withinAnswerTime<T>(work: Promise<T>): Promise<T>;
  /** Resolves when the work has ended, successful or not, or when a turn should wait no longer for optional data. */
  waitBriefly(work: Promise<unknown>): Promise<void>;
}

/** The part of a turn that files are produced from, also after the turn: the partner's data, in the user's words. */
export type FileSource = Pick<
  Turn,
  | 'partner'
  | 'userId'
  | 'userName'
  | 'words'
  | 'now'
  | 'today'
  | 'partnerCenter'
  | 'directory'
  | 'keptSubscriptions'
  | 'audit'
  | 'imports'
  | 'newRequestId'
>;

const turnKey = Symbol('turn');

/** Binds a turn to the SDK's context, for the dialogs. */
export const bindTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(turnKey, turn);
};

/** Turn that a dialog runs in. */
export function turnOf(context: TurnContext): Turn {
  const turn = context.turnState.get<Turn | undefined>(turnKey);
  if (turn === undefined) throw new Error('a dialog was run outside a turn');
  return turn;
}
