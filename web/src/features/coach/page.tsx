import { ActionIcon, Drawer, Group, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessages, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { PageHeader } from '../../ui/page-header.tsx';
import classes from './coach.module.css';
import { ConversationView } from './conversation-view.tsx';
import { ConversationList } from './conversations/list.tsx';
import { useTitle } from './conversations/use-title.ts';
import { useCoachPlace } from './place.ts';
import { uuid } from './uuid.ts';

/** The coach: conversations at the left, the open one at the right. */
export default function CoachPage() {
  const place = useCoachPlace();
  const [isListOpen, list] = useDisclosure(false);
  const [newId, setNewId] = useState(uuid);
  const id = place.conversation ?? newId;
  const title = useTitle(place.conversation);
  // The id that was new has become a conversation's.
  useEffect(() => {
    if (place.conversation === newId) setNewId(uuid());
  }, [place.conversation, newId]);
  return (
    <div className={classes.page} data-fills-screen>
      <PageHeader title="Coach" isHidden />
      <aside className={classes.side} aria-label="Conversations">
        <ConversationList place={place} />
      </aside>
      <Drawer
        opened={isListOpen}
        onClose={list.close}
        title="Conversations"
        size={320}
        classNames={{ body: classes.drawer }}
      >
        <ConversationList place={place} onChosen={list.close} />
      </Drawer>
      <section className={classes.chat} aria-label="The open conversation">
        <Group className={classes.bar} gap="xs" wrap="nowrap">
          <Tooltip label="Conversations">
            <ActionIcon className={classes.narrow} aria-label="Conversations" size="lg" onClick={list.open}>
              <IconMessages size={19} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Text className={classes.title} fw={600} truncate dir="auto">
            {title ?? 'New conversation'}
          </Text>
          <Tooltip label="New conversation">
            <ActionIcon
              className={classes.narrow}
              aria-label="New conversation"
              size="lg"
              onClick={place.openNew}
              disabled={place.conversation === null}
            >
              <IconPlus size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
        <ConversationView key={id} id={id} place={place} />
      </section>
    </div>
  );
}
