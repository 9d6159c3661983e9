import { OrderScreen } from './OrderScreen';
import { MadeFilmScreen } from './MadeFilmScreen';

/** A film by its name: the API's number for one that it knows, else the key of an order of this device. */
export function FilmScreen({ id }: { id: string }) {
  return /^\d+$/.test(id) ? <MadeFilmScreen id={id} /> : <OrderScreen orderKey={id} />;
}
