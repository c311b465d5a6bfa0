import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { errorText } from './error-notice.tsx';
import { saveFile } from './save-file.ts';

export interface FileToSave {
  /** Of the API. */
  path: string;
  /** Where the server names none. */
  fallbackName: string;
}

/** `mutate({ path, fallbackName })` downloads a file, and says where that failed. */
export function useSaveFile() {
  return useMutation({
    mutationFn: ({ path, fallbackName }: FileToSave) => saveFile(path, fallbackName),
    onError: (error) =>
      notifications.show({ color: 'red', title: 'Not exported', message: errorText(error) }),
  });
}
