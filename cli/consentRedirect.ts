import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

/** The redirect URI of the consent, registered with the application as a Web redirect. */
export const redirectUri = 'http://localhost:3979/';

/**
 * The authorization code in a redirect address; undefined for any other address. Raises an error when the login
 * refused.
 */
export const authorizationCodeOf = (address: string, state: string): string | undefined => {
  if (!URL.canParse(address, redirectUri)) return undefined;
  const { searchParams } = new URL(address, redirectUri);
  if (searchParams.get('state') !== state) return undefined;
  const code = searchParams.get('code');
  if (code !== null) return code;
  throw new Error(`the login refused: ${(searchParams.get('error') ?? 'no reason given').slice(0, 60)}`);
};

/**
 * Waits for the authorization code: from the browser on this machine, or from an address that the administrator copies
 * from a browser elsewhere and pastes into `input`.
 */
export const waitForCode = (state: string, input: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines = createInterface({ input });
    const server = createServer((request, response) => {
      const isTaken = take(request.url ?? '');
      response.writeHead(isTaken ? 200 : 404, { 'Content-Type': 'text/plain', Connection: 'close' });
      response.end(isTaken ? 'Done. Go back to the terminal; this page can be closed.\n' : '');
    });
    const end = (): void => {
      lines.close();
      server.close();
    };
    const take = (address: string): boolean => {
      try {
        const code = authorizationCodeOf(address, state);
        if (code === undefined) return false;
        resolve(code);
      } catch (error) {
        reject(error instanceof Error ? error : new Error('the login refused'));
      }
      end();
      return true;
    };
    lines.on('line', (line) => void take(line.trim()));
    // The port is in use: pasting still works.
    server.on('error', () => undefined);
    server.listen(Number(new URL(redirectUri).port), '127.0.0.1');
  });
