import { render, screen } from '@testing-library/react-native';

import { UserQueries } from '@/offline/queries';
import { device } from '@/testing/platform/upload';
import { ThemeProvider } from '@/ui/theme';
import { Picture } from './Picture';

test('a picture that is read while nobody waits for it comes as an update that React knows of', async () => {
  const told = jest.spyOn(console, 'error');
  device.kept.set('a', 'bytes');
  render(
    <ThemeProvider>
      <UserQueries user="7">
        <Picture id="a" label="A" />
      </UserQueries>
    </ThemeProvider>,
  );
  // The sign in its place has a role, the picture itself none.
  while (screen.getByLabelText('A').props.role) await new Promise(setImmediate);
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
});
