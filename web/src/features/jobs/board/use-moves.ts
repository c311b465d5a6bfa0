import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Application } from '../../../api/schema.d.ts';
import { errorText } from '../../../ui/error-notice.tsx';
import { keepApplication, patchApplication } from '../queries.ts';
import { nameOf } from '../shared/names.ts';
import { type Stage, stageNames } from '../shared/stages.ts';
import { type Move, withMoves } from './moves.ts';

const mutationKey = ['applications', 'move'];

interface Asked {
  id: string;
  name: string;
  stage: Stage;
}

/**
 * Applications as they stand with the moves that are on their way, and how to move one. What is asked for shows in the
 * same frame (a dragged card must not jump back first); a move that fails is taken back and said.
 */
export function useMoves(applications: Application[]) {
  const client = useQueryClient();
  const [moves, setMoves] = useState<Readonly<Record<string, Move>>>({});
  const [said, setSaid] = useState('');

  const pending = (id: string) =>
    client
      .getMutationCache()
      .findAll({ mutationKey, status: 'pending' })
      .filter((mutation) => (mutation.state.variables as Asked | undefined)?.id === id).length;

  const { mutate } = useMutation({
    mutationKey,
    // One after the other: two moves of one card arrive in their order.
    scope: { id: 'applications-move' },
    mutationFn: ({ id, stage }: Asked) => patchApplication(id, { stage }),
    onSuccess(application, { id }) {
      if (pending(id) <= 1) keepApplication(client, application);
    },
    onError(error, asked) {
      setMoves(({ [asked.id]: _, ...rest }) => rest);
      setSaid(`${asked.name} could not be moved.`);
      notifications.show({
        color: 'red',
        title: `«${asked.name}» is back where it was`,
        message: errorText(error),
      });
    },
  });

  const move = useCallback(
    (application: Application, stage: Stage) => {
      if (application.stage === stage) return;
      const { id, revision } = application;
      const name = nameOf(application);
      const at = new Date().toISOString();
      setMoves((all) => ({ ...all, [id]: { stage, at, revision } }));
      setSaid(`${name} is now under ${stageNames[stage]}.`);
      mutate({ id, name, stage });
    },
    [mutate],
  );

  const placed = useMemo(() => withMoves(applications, moves), [applications, moves]);
  return { applications: placed, move, said };
}
