// Not the package's main entry, which also loads what no bot of ours uses: streaming, Teams' own handlers, file transcripts.
export { CloudAdapter } from 'botbuilder/lib/cloudAdapter.js';
export {
  ActivityTypes,
  CardFactory,
  Channels,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
} from 'botbuilder-core';
