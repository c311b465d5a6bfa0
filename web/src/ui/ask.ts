import { modals } from '@mantine/modals';

const place = Promise.withResolvers<void>();

/** What shows dialogs is on the page: it is loaded after the page itself, and what is asked for before would be lost. */
export const dialogsCanShow = place.resolve;

/** Asks in a dialog, as soon as there is a place for it. */
export async function ask(question: Parameters<typeof modals.openConfirmModal>[0]): Promise<void> {
  await place.promise;
  modals.openConfirmModal(question);
}
