/** Names the dialogs go by on the stack. */
export const addCustomerId = 'addCustomer';
export const sectionDialogId = 'section';
export const reviewDialogId = 'review';
