// Imports of parts instead of the package's main entry, which also loads streaming, Teams handlers and file
// transcripts.
export { validateAndFixActivity } from 'botbuilder/lib/activityValidator.js';
export { CloudAdapter } from 'botbuilder/lib/cloudAdapter.js';
export {
  ActivityTypes,
  CardFactory,
  Channels,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
} from 'botbuilder-core';
