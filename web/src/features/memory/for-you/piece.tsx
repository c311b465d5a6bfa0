import { Anchor, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Recommendations } from './queries.ts';

/** A piece of the playbook, and a way to talk about it. */
export function Piece({ piece }: { piece: Recommendations['playbook'][number] }) {
  return (
    <Paper withBorder p="sm" component="article">
      <Text component="h3" fw={600}>
        {piece.title}
      </Text>
      <Text size="sm">{piece.lead}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {piece.why} Sources: {piece.sources.join('; ')}
      </Text>
      <Anchor size="sm" renderRoot={(props) => <Link to="/" search={{ say: piece.title }} {...props} />}>
        Ask the coach about it
      </Anchor>
    </Paper>
  );
}
