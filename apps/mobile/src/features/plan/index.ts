export { PlanScreen } from './PlanScreen';
export { TripsScreen } from './TripsScreen';
