// Where the bot's own files look for them; the simulator, which may not import the bot, has the same.
export { samplePartners } from '../partner-center/samplePartners.ts';
