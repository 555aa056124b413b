import { launchAzurite } from './azuriteProcess.ts';

// Set before any file of the suite is read; the processes that run files beside each other inherit it.
const launched = process.env['TEST_ACCOUNT'] === undefined ? await launchAzurite() : undefined;
process.env['TEST_STORAGE'] = 'azure';
process.env['TEST_REPLICAS'] ??= '3';
process.env['TEST_ACCOUNT'] ??= launched?.connectionString;

/** Ends the one Azurite of all files of a suite, on which their bots run as three replicas each. */
export async function mochaGlobalTeardown(): Promise<void> {
  await launched?.end();
}
