interface CommandPlaces {
  /** True when the help card explains it. */
  readonly help: boolean;
  /** True when Teams offers it beside the message box: a start, and one of ten at most. */
  readonly teams: boolean;
}

/** Every command that can be typed, or pressed, at any moment, in the order of the help card. */
const places = {
  addCustomer: { help: true, teams: true },
  customers: { help: true, teams: true },
  renewals: { help: true, teams: true },
  licenseChart: { help: true, teams: false },
  renewalChart: { help: true, teams: false },
  importCustomers: { help: true, teams: true },
  several: { help: true, teams: false },
  agenda: { help: true, teams: false },
  drafts: { help: true, teams: true },
  invite: { help: true, teams: true },
  back: { help: true, teams: false },
  cancel: { help: true, teams: false },
  startOver: { help: true, teams: false },
  language: { help: true, teams: true },
  help: { help: true, teams: true },
  // A greeting: it answers with the home card.
  hello: { help: false, teams: false },
} as const satisfies Readonly<Record<string, CommandPlaces>>;

/** Name of a command. */
export type CommandName = keyof typeof places;

/** True for the name of a command, as buttons send it. */
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(places, name);

/** Names of all commands. */
export const commandNames: readonly CommandName[] = Object.keys(places).filter(isCommandName);

/** Name of a command that the help card explains. */
export type HelpCommand = { [C in CommandName]: (typeof places)[C]['help'] extends true ? C : never }[CommandName];

const isHelpCommand = (name: CommandName): name is HelpCommand => places[name].help;

/** Commands that the help card explains, in its order. */
export const helpCommands: readonly HelpCommand[] = commandNames.filter(isHelpCommand);

/** Commands that Teams offers beside the message box, in the manifest's order. */
export const teamsCommands: readonly CommandName[] = commandNames.filter((name) => places[name].teams);
