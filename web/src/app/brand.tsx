import { Group, Text } from '@mantine/core';

export function Brand() {
  return (
    <Group gap={9} wrap="nowrap">
      <img src="/favicon.svg" alt="" width={26} height={26} />
      <Text fw={650} fz="1.02rem">
        Interviewly
      </Text>
    </Group>
  );
}
