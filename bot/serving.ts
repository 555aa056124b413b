import { randomUUID } from 'node:crypto';
import type { Partner } from '../partner-center/partner.ts';
import { createMessages, type Logic } from './door/adapter.ts';
import { chatRoutes } from './chat/chat.ts';
import { filesRoute } from './files/filesRoute.ts';
import type { Start } from './foundation.ts';
import { gateFor } from './door/gate.ts';
import { baseUrlOf } from './handedFiles.ts';
import { storageProbe } from '../storage/probe.ts';
import { publicPages } from './pages/publicPages.ts';
import { createServer, type Server } from './door/server.ts';

/** Listens, with that conversation behind the door; gives the port, too. */
export async function serve(start: Start, bot: Logic): Promise<{ readonly server: Server; readonly port: number }> {
  const { config, log, now, documents, adapter, shelf, here } = start;
  const gate = gateFor(config, { log, now });
  const canSave = storageProbe(documents);
  const server = createServer({
    log,
    anonymous: config.anonymous,
    gate,
    onMessages: createMessages(adapter, bot),
    ready: async () => (await gate.ready()) && (await canSave()),
    routes: (pages) => {
      publicPages({ passwordMinutes: config.passwordShownMinutes })(pages);
      if (!config.anonymous) return;
      filesRoute(pages, shelf);
      chat(start)(pages);
    },
  });
  here.port = await server.listen(config.port, config.host);
  return { server, port: here.port };
}

const chat = (start: Start) =>
  chatRoutes({
    baseUrl: () => baseUrlOf(start),
    partners: start.partners.map(shownPartner),
    now: start.now,
    newId: randomUUID,
    closing: start.closing.signal,
    keepFile: ({ tenantId, userId, name, content }) => {
      const file = { partner: tenantId, userId, name, type: 'application/octet-stream', content };
      return `${baseUrlOf(start)}/files/${start.shelf.put(file)}`;
    },
  });

// Whatever is given here goes to the browser.
const shownPartner = ({ tenantId, name, type, cloud, country }: Partner) => ({ tenantId, name, type, cloud, country });
