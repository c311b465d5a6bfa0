import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { dialogsCanShow } from '../ui/ask.ts';

/** Where dialogs and notices appear, whoever opens them. */
export default function Overlays() {
  // Effects of what is inside come first: by now it listens.
  useEffect(() => dialogsCanShow(), []);
  return (
    <>
      <ModalsProvider />
      <Notifications position="top-right" />
    </>
  );
}
