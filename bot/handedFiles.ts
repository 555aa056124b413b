import type { Config } from './settings/config.ts';
import { teamsCloud } from './settings/teamsClouds.ts';
import { createFiles, type Files } from './files/files.ts';
import type { Start } from './foundation.ts';
import { createSend } from './door/outgoing.ts';
import type { WorkTools } from './work/workTools.ts';

/** Hands files over in the way each client takes them. */
export function filesOf(start: Start, { resume, newId }: WorkTools): Files {
  const { config, log, shelf } = start;
  return createFiles({
    shelf,
    rules: fileRules(config),
    // A file of many megabytes takes its time.
    send: createSend({ attempt: 60_000, total: 120_000 }),
    resume,
    address: (id) => `${baseUrlOf(start)}/files/${id}`,
    newId,
    log,
  });
}

/** Where this bot is reached on its own machine. */
export const baseUrlOf = ({ here }: Start): string => `http://127.0.0.1:${String(here.port)}`;
/** Where files may go to and come from. */
export const fileRules = ({ anonymous, fileHosts, teamsCloud: cloud }: Config) => ({
  anonymous,
  hosts: fileHosts,
  teamsTakesFiles: teamsCloud(cloud).files,
});
