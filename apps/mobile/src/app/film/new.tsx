export { NewFilmScreen as default } from '@/features/film';
