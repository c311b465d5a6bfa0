import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { sessionFetch } from '../../../api/client.ts';
import { problemOf } from '../../../api/problem.ts';
import { errorText } from '../../../ui/error-notice.tsx';

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word (.docx)'],
  ['md', 'Markdown'],
  ['json', 'JSON Resume'],
] as const;

/** The CV as a file, with every accepted change. */
export function ExportMenu({ id }: { id: string }) {
  const save = useMutation({
    mutationFn: (format: string) => exported(id, format),
    onSuccess: ({ blob, name }) => keep(blob, name),
    onError: (error) =>
      notifications.show({ color: 'red', title: 'Not exported', message: errorText(error) }),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconDownload size={17} aria-hidden />}
          rightSection={<IconChevronDown size={15} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(([format, label]) => (
          <Menu.Item key={format} onClick={() => save.mutate(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

async function exported(id: string, format: string): Promise<{ blob: Blob; name: string }> {
  const response = await sessionFetch(`/api/cv/${encodeURIComponent(id)}/export?format=${format}`);
  if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined));
  const name = nameOf(response.headers.get('content-disposition')) ?? `CV.${format}`;
  return { blob: await response.blob(), name };
}

/** Of `attachment; filename="…"; filename*=UTF-8''…` (RFC 6266). */
function nameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1];
}

function keep(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
