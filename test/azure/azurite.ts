import { randomUUID } from 'node:crypto';
import { type Azurite, launchAzurite } from './azuriteProcess.ts';

let launched: Promise<Azurite> | undefined;

/** The one Azurite of all tests of a run. */
export const azurite = async (): Promise<Azurite> => (launched ??= launchAzurite());

/** A name that no table has yet. */
export const newTable = (): string => `t${randomUUID().replaceAll('-', '')}`;

after(async () => (await launched)?.end());
