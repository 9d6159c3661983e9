export { TripsScreen as default } from '@/features/plan';
