import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { agendaCustomers } from '../../dialogs/agenda/agendaCustomers.ts';
import { fileSourceOf } from '../../bot/files/fileSource.ts';
import { createTurn } from '../../bot/turn/createTurn.ts';
import { recordDirectory } from '../../dialogs/customers/customerDirectory.ts';
import { produceFile } from '../../dialogs/files/fileOrders.ts';
import type { ProducedFile } from '../../dialogs/files/fileTypes.ts';
import { runMainDialog } from '../../dialogs/mainDialog.ts';
import type { Effect } from '../../dialogs/turn.ts';
import { subscriptionCache } from '../../partner-center/subscriptionCache.ts';
import { localPartnerCenter } from '../../partner-center/local/localPartnerCenter.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import { auditTrail } from '../../storage/auditTrail.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Submission } from '../../model/submission.ts';
import { newUser, type User } from '../../model/user.ts';
import { keepLog } from '../bot/desk.ts';
import { cardOf, textsOf } from '../cardReading.ts';
import { jobLeasesOf } from '../jobLeases.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import { users, customers, type Customers, workCollections } from '../../storage/collections.ts';
import { imports } from '../../storage/importCollections.ts';

/** The id of the user at the desk. */
export const userId = '11111111-0000-4000-8000-000000000001';

/** One user in front of the dialogs, without a server: each message is a turn on the person as the last one left it. */
export interface Desk {
  person: User;
  /** The time it is; set it as you like. */
  now: Date;
  /** Everything that is stored. */
  readonly documents: ReturnType<typeof memoryDocuments>;
  readonly customers: Customers;
  readonly jobs: Collection<Submission>;
  /** Everything the last turn said, cards and lines, as texts. */
  readonly said: string;
  readonly effects: readonly Effect[];
  /** The file that the last turn ordered, produced. */
  orderedFile(): Promise<ProducedFile>;
  say(text: string): Promise<void>;
  press(data: Readonly<Record<string, string>>): Promise<void>;
  /** Sends a file of that name, as the Emulator does, or as Teams does. */
  sendFile(name: string, bytes: Uint8Array, manner?: 'emulator' | 'teams'): Promise<void>;
}

/** Opens a desk for a user of that partner; `real` is a Partner Center that is not for practice. */
export function openDesk(partner: Partner, options: { readonly real?: boolean } = {}): Desk {
  const documents = memoryDocuments();
  const now = (): Date => desk.now;
  const local = localPartnerCenter({ partner, documents, now, randomId: randomUUID });
  const partnerCenter: PartnerCenter = { ...local, practice: options.real !== true };
  const records = customers(documents);
  const kept = subscriptionCache((id) => partnerCenter.management.subscriptions(id), now);
  let sentFile: Uint8Array | undefined;
  const directory = recordDirectory(records, partner.tenantId);
  const reading = agendaCustomers({ directory, keptSubscriptions: kept, now });
  const parts = {
    customers: records,
    directoryOf: () => directory,
    agendaCustomersOf: () => reading,
    keptSubscriptionsOf: () => kept,
    ...workCollections(documents),
    audit: auditTrail(documents, randomUUID),
    imports: imports(documents),
    forgetSetAside: () => Promise.resolve(),
    fetchSent: () => Promise.resolve(sentFile ?? ('refused' as const)),
    people: users(documents),
    partnerCenterOf: () => partnerCenter,
    now,
    jobLeases: jobLeasesOf('p1', now),
    answerTime: 1_000,
  };
  const adapter = new TestAdapter(() => Promise.resolve());
  const run = async (message: Partial<Activity>): Promise<void> => {
    const activity = { type: 'message', conversation: { id: 'c1' }, locale: 'en-US', ...message } as Activity; // what a turn reads
    const context = new TurnContext(adapter, activity);
    const turn = createTurn(parts, activity, { partner, userId, userName: 'Robin' }, desk.person);
    await runMainDialog(context, turn);
    const sent: Partial<Activity>[] = [];
    context.onSendActivities(async (_context, activities) => {
      sent.push(...activities);
      return [{ id: String(sent.length) }];
    });
    await turn.replies.send(context, keepLog().log);
    desk.said = sent.flatMap(saidBy).join('\n');
    // Data only: a copy of it is as good.
    desk.effects = structuredClone(turn.effects);
  };
  const desk = {
    person: newUser(),
    now: new Date('2026-03-02T10:00:00.000Z'),
    documents,
    customers: parts.customers,
    jobs: parts.jobs,
    said: '',
    effects: [] as readonly Effect[],
    async orderedFile() {
      const effect = desk.effects.find(({ kind }) => kind === 'file');
      assert.ok(effect?.kind === 'file');
      return produceFile(fileSourceOf(parts, partner, effect.order), effect.order, () => undefined);
    },
    say: (text: string) => run({ text }),
    press: (data: Readonly<Record<string, string>>) => run({ value: data }),
    sendFile: (name: string, bytes: Uint8Array, manner: 'emulator' | 'teams' = 'emulator') => {
      sentFile = bytes;
      const plain = { contentType: 'text/csv', name, contentUrl: 'http://127.0.0.1/x' };
      const teams = {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name,
        content: { downloadUrl: 'https://contoso.sharepoint.com/x' },
      };
      return run({ text: '', attachments: [manner === 'teams' ? teams : plain] });
    },
  };
  return desk;
}

function saidBy(activity: Partial<Activity>): string[] {
  const card = cardOf(activity);
  return card === undefined ? [activity.text ?? ''] : textsOf(card);
}
