import { randomUUID } from 'node:crypto';
import type { FileOrder } from '../../dialogs/files/fileTypes.ts';
import type { FileSource } from '../../dialogs/turn.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { TurnDeps } from '../turn/createTurn.ts';

/** Dependencies that ordered files are produced from. */
type FileSourceDeps = Pick<TurnDeps, 'partnerCenterOf' | 'directoryOf' | 'keptSubscriptionsOf' | 'audit' | 'imports'>;

/** The data an ordered file is produced from: the partner's, with the words and the day of the user who ordered it. */
export const fileSourceOf = (deps: FileSourceDeps, partner: Partner, order: FileOrder): FileSource => ({
  partner,
  userId: order.userId,
  userName: order.userName,
  words: words(order.language),
  now: new Date(order.at),
  today: order.today,
  partnerCenter: deps.partnerCenterOf(partner),
  directory: deps.directoryOf(partner),
  keptSubscriptions: deps.keptSubscriptionsOf(partner),
  audit: deps.audit,
  imports: deps.imports,
  newRequestId: randomUUID,
});
