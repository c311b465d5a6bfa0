import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';

/** Where dialogs and notices appear, whoever opens them. */
export default function Overlays() {
  return (
    <>
      <ModalsProvider />
      <Notifications position="top-right" />
    </>
  );
}
