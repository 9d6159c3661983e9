import AsyncStorage from '@react-native-async-storage/async-storage';
import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';

import { planned } from '@/testing/plans';
import { renderOn, stage } from '@/testing/render';
import { clockThere, daysBetween, momentsOf, openingDay } from './days';
import { PlanScreen } from './PlanScreen';
import { soon } from './queries';
import { TripsScreen } from './TripsScreen';

afterEach(() => onlineManager.setOnline(true));

test('without a trip the list invites to one', async () => {
  renderOn(await stage(), <TripsScreen />);
  expect(await screen.findByText('Where to?')).toBeOnTheScreen();
});

test('trips are listed with their dates and what their checks came to', async () => {
  const here = await stage();
  const plan = planned(here);
  renderOn(here, <TripsScreen />);
  expect(await screen.findByRole('link', { name: new RegExp(plan.title) })).toBeOnTheScreen();
});

test('a stop opens to its checks, with reason, source and age', async () => {
  const here = await stage();
  const plan = planned(here);
  const stop = plan.days[0]?.stops[0];
  if (!stop) throw new Error('a day without a stop');
  renderOn(here, <PlanScreen id={plan.id} />);
  fireEvent.press(await screen.findByRole('button', { name: new RegExp(`^${stop.name}:`) }));
  expect(screen.getByText(stop.checks.weather.reason)).toBeOnTheScreen();
  expect(screen.getAllByText(/Source: Oddiya’s own catalogue/).length).toBeGreaterThan(0);
});

test('a stop shows its picture and whose it is, and its sign where that cannot be fetched', async () => {
  const here = await stage();
  const plan = planned(here);
  const stop = plan.days[0]?.stops[0];
  if (!stop) throw new Error('a day without a stop');
  stop.picture = { url: 'https://pictures.example/1.jpg', source: 'Korea Tourism Organization' };
  renderOn(here, <PlanScreen id={plan.id} />);
  expect(await screen.findByText('Picture: Korea Tourism Organization')).toBeOnTheScreen();
  const picture = screen.getByTestId('picture', { includeHiddenElements: true });
  expect(picture.props.source).toEqual({ uri: 'https://pictures.example/1.jpg' });
  fireEvent(picture, 'error');
  expect(screen.queryByTestId('picture', { includeHiddenElements: true })).toBeNull();
});

test('a long day is drawn to its end', async () => {
  const here = await stage();
  const plan = planned(here);
  renderOn(here, <PlanScreen id={plan.id} />);
  for (const stop of plan.days[0]?.stops ?? [])
    expect(await screen.findByRole('button', { name: new RegExp(`^${stop.name}:`) })).toBeOnTheScreen();
});

test('a plan that was never read is not waited for without a network, and read once there is one', async () => {
  const here = await stage();
  const plan = planned(here);
  here.backend.away = true;
  onlineManager.setOnline(false);
  renderOn(here, <PlanScreen id={plan.id} />);
  expect(await screen.findByText('You are offline')).toBeOnTheScreen();
  here.backend.away = false;
  act(() => onlineManager.setOnline(true));
  expect(await screen.findByRole('button', { name: 'Ask for a change' })).toBeOnTheScreen();
});

test('a network that goes while a plan is being read is not waited for either', async () => {
  const here = await stage();
  let asked = 0;
  here.backend.instead = () => {
    asked += 1;
    throw new TypeError('Failed to fetch');
  };
  renderOn(here, <PlanScreen id="1" />);
  await waitFor(() => expect(asked).toBeGreaterThan(0));
  act(() => onlineManager.setOnline(false));
  expect(await screen.findByText('You are offline')).toBeOnTheScreen();
});

test('a plan that is not there says so in words', async () => {
  renderOn(await stage(), <PlanScreen id="99" />);
  expect(await screen.findByText('This does not exist, or it is not yours.')).toBeOnTheScreen();
  expect(screen.getByRole('button', { name: 'To your trips' })).toBeOnTheScreen();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('the trips to come are on the device before they are opened', async () => {
  const here = await stage();
  const inAMonth = clockThere(Date.now() + 30 * 24 * 60 * 60 * 1000).date;
  const plan = planned(here, { startDate: inAMonth, endDate: inAMonth });
  const list = renderOn(here, <TripsScreen />);
  await waitFor(() => expect(here.backend.seen).toContain(`GET /api/v1/plans/${plan.id}`));
  await waitFor(async () =>
    expect((await AsyncStorage.getAllKeys()).some((row) => row.includes(`"one","${plan.id}"`))).toBe(true),
  );
  list.unmount();
  here.backend.away = true;
  renderOn(here, <PlanScreen id={plan.id} />);
  expect(await screen.findByRole('heading', { name: plan.title })).toBeOnTheScreen();
  expect(
    await screen.findByRole('heading', { name: new RegExp(plan.days[0]?.stops[0]?.name ?? '') }),
  ).toBeOnTheScreen();
});

test('of many trips those that are on and the next ones are read ahead', () => {
  const trip = (startDate: string, endDate: string) => ({ startDate, endDate });
  const [past, on, next, later, last] = [
    trip('2027-04-01', '2027-04-09'),
    trip('2027-04-09', '2027-04-10'),
    trip('2027-04-20', '2027-04-21'),
    trip('2027-05-01', '2027-05-02'),
    trip('2027-06-01', '2027-06-02'),
  ] as const;
  expect(soon([last, past, later, on, next], '2027-04-10')).toEqual([on, next, later]);
});

test('days are counted with both ends, and today’s opens', () => {
  expect(daysBetween('2027-04-10', '2027-04-12')).toBe(3);
  const days = [{ date: '2027-04-10' }, { date: '2027-04-11' }];
  expect(openingDay(days, '2027-04-11')).toBe(1);
  expect(openingDay(days, '2027-06-01')).toBe(0);
});

test('free hours stand between the stops they lie between', async () => {
  const day = planned(await stage()).days[0];
  if (!day) throw new Error('a trip without days');
  const [first] = day.stops;
  const moments = momentsOf({
    stops: day.stops.slice(0, 2),
    freeHours: [{ kind: 'lunch', from: first?.depart ?? '', to: '13:00' }],
  });
  expect(moments.map((moment) => moment.is)).toEqual(['stop', 'free', 'stop']);
});
