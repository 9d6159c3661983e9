import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { useState } from 'react';

import { useApi } from '@/api/client';
import { renderOn, stage } from '@/testing/render';
import { Button, Field, Sheet } from '@/ui';
import { EndedSheet } from './EndedSheet';

/** A page that asks the API for something, also out of a sheet in which something is typed. */
function Page() {
  const api = useApi();
  const [isOpen, open] = useState(false);
  const [text, setText] = useState('');
  const ask = () => void api.GET('/api/v1/plans').catch(() => undefined);
  return (
    <EndedSheet>
      <Button label="Ask" onPress={ask} />
      <Button label="Open" onPress={() => open(true)} />
      <Sheet title="Typing" open={isOpen} onClose={() => open(false)}>
        <Field label="Note" value={text} onChangeText={setText} />
        <Button label="Ask from here" onPress={ask} />
      </Sheet>
    </EndedSheet>
  );
}

async function onPage() {
  const here = await stage();
  renderOn(here, <Page />);
  await screen.findByRole('button', { name: 'Ask' });
  return here;
}

function press(name: string) {
  fireEvent.press(screen.getByRole('button', { name }));
}

test('a session that has ended is asked for again over the page', async () => {
  const here = await onPage();
  here.backend.world.refreshes.clear();
  press('Ask');
  expect(await screen.findByText('Please sign in again')).toBeOnTheScreen();
  expect(screen.getByRole('button', { name: 'Ask' })).toBeOnTheScreen();
});

test('in an open sheet it takes its place, and nothing in it is lost', async () => {
  const here = await onPage();
  press('Open');
  fireEvent.changeText(screen.getByLabelText('Note'), 'half a sentence');
  here.backend.world.refreshes.clear();
  press('Ask from here');
  expect(await screen.findByText('Please sign in again')).toBeVisible();
  // One dialog, with one thing in it; the other waits out of sight.
  expect(screen.getAllByText('Please sign in again')).toHaveLength(1);
  expect(screen.queryByLabelText('Note')).toBeNull();
  expect(screen.getByLabelText('Note', { includeHiddenElements: true }).props.value).toBe('half a sentence');
});

test('who leaves instead is signed out', async () => {
  const here = await onPage();
  here.backend.world.refreshes.clear();
  press('Ask');
  await screen.findByText('Please sign in again');
  press('Leave instead');
  await waitFor(() => expect(screen.queryByText('Please sign in again')).toBeNull());
  expect(here.backend.seen).toContain('POST /oauth2/revoke');
});
