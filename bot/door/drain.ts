import type { Server as HttpServer } from 'node:http';
import type { Flight } from './messagesRoute.ts';
import { inTime } from '../time.ts';

/** Stops accepting, waits up to that many milliseconds for turns in flight, then closes what is open; tells whether all turns ended. */
export const drain = async (http: HttpServer, flight: Flight, milliseconds: number): Promise<boolean> => {
  flight.draining = true;
  const closed = new Promise<void>((resolve) => void http.close(() => resolve()));
  const landed = new Promise<boolean>((resolve) => {
    flight.landed = () => resolve(true);
    if (flight.turns === 0) resolve(true);
  });
  const finished = await inTime(landed, milliseconds, false);
  // One turn of the event loop lets the last answers leave.
  await new Promise((resolve) => void setImmediate(resolve));
  http.closeIdleConnections();
  if (!finished) http.closeAllConnections();
  await inTime(closed, 1_000, undefined);
  http.closeAllConnections();
  return finished;
};
