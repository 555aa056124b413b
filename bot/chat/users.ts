/** Someone who can be played on the chat page. */
export interface ChatUser {
  readonly id: string;
  readonly name: string;
  /** What Teams gives for the user; a partners file grants rights to it. */
  readonly aadObjectId: string;
}

/** The invented users of the chat page. Their ids never change, so that a partners file can name them. */
export const chatUsers: readonly ChatUser[] = [
  { id: 'user-1', name: 'Robin Field', aadObjectId: '00000000-0000-4000-8000-000000000001' },
  { id: 'user-2', name: '林怡君', aadObjectId: '00000000-0000-4000-8000-000000000002' },
  { id: 'user-3', name: 'Анна Орлова', aadObjectId: '00000000-0000-4000-8000-000000000003' },
];
