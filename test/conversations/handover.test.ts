import { handoverSuite } from '../handover.ts';
import { memoryDocuments } from '../memoryDocuments.ts';

handoverSuite('the same records', () => {
  const documents = memoryDocuments();
  return async () => documents;
});
