import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { startRelay } from '../reliability/relay.ts';

/** A load balancer before some processes, each message going to another one than the one before. */
interface InTurns {
  readonly url: string;
  /** Messages that each of them answered. */
  readonly sent: () => readonly number[];
  readonly close: () => Promise<void>;
}

/** Statuses by which a process says that it takes no messages. */
const takesNone = 503;

/** Starts one; what a process does not take, or does not answer, goes to the next, as the channel sends it again. */
export async function startInTurns(processes: readonly { url(): string }[]): Promise<InTurns> {
  const sent = processes.map(() => 0);
  let turn = 0;

  const ask = (to: string, { method, url = '/', headers }: IncomingMessage, body: Buffer) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const onward = request(new URL(url, to), { method, headers: { ...headers, connection: 'close' } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => void parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 502, text: Buffer.concat(parts).toString() }));
      });
      onward.on('error', reject);
      onward.end(body);
    });

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    turn += 1;
    for (let tries = 0; tries < 2 * processes.length; tries += 1) {
      const index = (turn + tries) % processes.length;
      const to = processes[index]?.url() ?? '';
      const given = await ask(to, req, Buffer.concat(parts)).catch(() => undefined);
      if (given === undefined || given.status === takesNone) continue;
      sent[index] = (sent[index] ?? 0) + 1;
      res.writeHead(given.status, { 'Content-Type': 'application/json' });
      res.end(given.text);
      return;
    }
    res.writeHead(502).end();
  }

  const relay = await startRelay((req, res) => void answer(req, res).catch(() => res.destroy()));
  return { url: relay.url, sent: () => [...sent], close: relay.close };
}
