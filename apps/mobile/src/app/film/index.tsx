export { FilmsScreen as default } from '@/features/film/FilmsScreen';
