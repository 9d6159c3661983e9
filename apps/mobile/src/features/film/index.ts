export { FilmScreen } from './FilmScreen';
export { FilmsScreen } from './FilmsScreen';
export { NewFilmScreen } from './NewFilmScreen';
