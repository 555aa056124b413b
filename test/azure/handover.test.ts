import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { handoverSuite } from '../handover.ts';
import { azurite, newTable } from './azurite.ts';

handoverSuite('Azure Tables', () => {
  const table = newTable();
  return async () =>
    openAzureDocuments({ connectionString: (await azurite()).connectionString }, table, { now: () => new Date() });
});
