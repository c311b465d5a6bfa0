import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

/** What is to be had without a language model. */
export function WithoutModel() {
  return (
    <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />} p="sm">
      <Text size="sm">
        No language model is set up, so whole sentences are not reworded. You get changes that are right
        whatever the text says, such as spaces, bullets and full stops, and what the checks ask you to do.
      </Text>
    </Alert>
  );
}

interface NeedsModelProps {
  remedy: string | undefined;
  isBusy: boolean;
  onWithout(): void;
}

/** Wishes were made that no rule can follow. */
export function NeedsModel({ remedy, isBusy, onWithout }: NeedsModelProps) {
  return (
    <Alert
      variant="light"
      color="blue"
      icon={<IconInfoCircle aria-hidden />}
      title="Wishes need a language model"
      role="status"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          None is set up here, and only a model can follow them. They are kept in the field. Without them you
          still get the changes that need no model, and what the checks ask for.
        </Text>
        {remedy && (
          <Text size="sm" c="dimmed">
            For whoever runs this server: {remedy}
          </Text>
        )}
        <Button size="xs" variant="default" onClick={onWithout} loading={isBusy}>
          Go on without wishes
        </Button>
      </Stack>
    </Alert>
  );
}
