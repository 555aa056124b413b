import type { TurnContext } from 'botbuilder-core';
import type { Card } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import type { KeptSubscriptions } from '../partner-center/keptSubscriptions.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Audit } from '../storage/audit.ts';
import type { Change } from '../storage/changes.ts';
import type { Claim } from '../storage/claims.ts';
import type { Collection } from '../storage/collection.ts';
import type { Customers } from '../storage/customers.ts';
import type { Values } from '../storage/draft.ts';
import type { Imports } from '../storage/imports.ts';
import type { Job } from '../storage/jobs.ts';
import type { Person } from '../storage/people.ts';
import type { Directory } from './customers/directory.ts';
import type { Upload } from './files/fileConsent.ts';
import type { FileOrder } from './files/files.ts';

/** A button that was pressed: which, on which card, about what, and everything the card's inputs held. */
export interface Press {
  readonly verb: string;
  readonly token: string;
  readonly argument: string;
  readonly values: Values;
}

/** What the turn answers. Nothing leaves before the person's state is saved. */
export interface Replies {
  /** A line of plain text. */
  say(text: string): void;
  /** A card: in place of the pressed one while that is free, else as a new message. */
  show(card: Card): void;
  /** The pressed card turns into this read-only one; where the client did not say which was pressed, nothing. */
  settle(card: Card): void;
  /** The pressed card stays as it is. */
  keep(): void;
  /** An earlier card, by its activity's id, turns into this one where the client can; else nothing is said. */
  amend(id: string, card: Card): void;
  /** The card that the following work keeps up to date: in place of the pressed one, or as a new message. */
  progress(card: Card): void;
  /** A card was shown in this turn. */
  readonly shown: boolean;
  /** The client said which card was pressed, and replaces it. */
  readonly replaces: boolean;
  /** The pressed card's activity id, where the client says so. */
  readonly pressed: string | undefined;
}

/** A file as a message names it; where it lies is not to be trusted. */
export interface SentFile {
  readonly name: string;
  readonly url: string;
  /** A picture or a recording, which no customers are read from. */
  readonly media?: boolean;
}

/** Why a file was not fetched: too large, from a place that is not on the list, or not to be had. */
export type NotFetched = 'too-large' | 'refused' | 'failed';

/** A sheet of a workbook that was sent, each cell as a person reads it. */
export interface SentSheet {
  readonly rows: readonly (readonly string[])[];
}

/** Why a workbook was not read: it is none, has a password, or holds too much. */
export type UnreadWorkbook = 'unreadable' | 'too-large';

/** Work that begins when the turn is saved and answered. */
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
  | { readonly kind: 'upload'; readonly upload: Upload }
  | { readonly kind: 'importing'; readonly id: string }
  | { readonly kind: 'tell'; readonly conversation: Claim['conversation']; readonly text: string };

/** One message of one user, and everything it may use. `person` is changed freely; it is saved when the turn ends. */
export interface Turn {
  readonly person: Person;
  readonly partner: Partner;
  readonly userId: string;
  readonly userName: string;
  words: Words;
  readonly now: Date;
  /** The user's own day, `yyyy-mm-dd`. */
  readonly today: string;
  readonly partnerCenter: PartnerCenter;
  readonly customers: Customers;
  /** The partner's customers wherever they are listed: here, or at Partner Center. */
  readonly directory: Directory;
  /** What was read of the subscriptions of all customers. */
  readonly keptSubscriptions: KeptSubscriptions;
  readonly jobs: Collection<Job>;
  readonly changes: Collection<Change>;
  readonly audit: Audit;
  readonly claims: Collection<Claim>;
  readonly imports: Imports;
  /** Removes what was set aside as unreadable, of this partner, and holds one of these texts. */
  forgetSetAside(texts: readonly string[]): Promise<void>;
  readonly press: Press | undefined;
  /** Files that came with the message. */
  readonly sent: readonly SentFile[];
  readonly text: string;
  readonly replies: Replies;
  readonly effects: Effect[];
  /** A name of this conversation that tells nothing of it, by which it is remembered as greeted. */
  readonly chat: string;
  /** Where this conversation goes on later: a conversation reference. */
  readonly conversation: Readonly<Record<string, unknown>>;
  /** Is the draft of that claim still there, and for that domain? */
  isAdding(claim: Claim, domain: string): Promise<boolean>;
  /** The bytes of a file that was sent, at most so many; or why they cannot be had. */
  fetchFile(file: SentFile, mostBytes: number): Promise<Uint8Array | NotFetched>;
  /** The sheets of an .xlsx file, or why they cannot be read. */
  readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<readonly SentSheet[] | UnreadWorkbook>;
  /** An id that sorts newest first. */
  newId(): string;
  newRequestId(): string;
  /** What Partner Center answers while a turn can wait for it; raises PartnerCenterError `unavailable` after that. */
  soon<T>(work: Promise<T>): Promise<T>;
  /** Resolves when the work has come to an end, whichever, or a turn should not wait any longer for what it can do without. */
  briefly(work: Promise<unknown>): Promise<void>;
  /** The dialog stack is being rebuilt: the open card is on the screen already. */
  quiet: boolean;
}

const turnKey = Symbol('turn');

/** Hands a turn to the dialogs. */
export const bindTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(turnKey, turn);
};

/** The turn a dialog runs in. */
export function turnOf(context: TurnContext): Turn {
  const turn = context.turnState.get<Turn | undefined>(turnKey);
  if (turn === undefined) throw new Error('a dialog was run outside a turn');
  return turn;
}
