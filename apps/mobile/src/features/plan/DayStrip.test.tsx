import { screen } from '@testing-library/react-native';

import { planned } from '@/testing/plans';
import { renderOn, stage } from '@/testing/render';
import { Icon, Text } from '@/ui';
import { DayTurn } from './DayStrip';

const shownBy = (name: string) =>
  screen
    .getByRole('button', { name })
    .children.flatMap((child) => (typeof child === 'string' ? [] : [child.type]))
    .filter((type) => type === Icon || type === Text);

test('the arrow to the day before stands before its words, that to the next one behind them', async () => {
  const here = await stage();
  renderOn(here, <DayTurn days={planned(here).days} chosen={1} onChoose={() => undefined} />);
  await screen.findByRole('button', { name: 'Day 3' });
  expect(shownBy('Day 1')).toEqual([Icon, Text]);
  expect(shownBy('Day 3')).toEqual([Text, Icon]);
});
