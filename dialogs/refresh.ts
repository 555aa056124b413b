import type { Turn } from './turn.ts';

/** Was Refresh pressed? What is shown takes the place of the pressed card then, as it is now. */
export const isRefresh = ({ press }: Pick<Turn, 'press'>): boolean => press?.values['again'] !== undefined;
