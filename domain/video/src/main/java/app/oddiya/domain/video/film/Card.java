package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.GeoPoint;
import java.util.List;
import java.util.Optional;

/// Something set large over a photo that is darkened for it.
public sealed interface Card {

  /// Frames for which it is there, from its scene's first on: it may outlast a short scene.
  int frames();

  /// A new day begins.
  ///
  /// @param heading which day of the trip it is; empty if the trip has only one
  /// @param date with its day of the week, as the reader writes it
  record Day(Optional<String> heading, String date, Optional<TripWeather> weather, int frames)
      implements Card {}

  /// The way that was gone.
  ///
  /// @param places in the order in which they were visited, at least two
  record Route(List<Place> places, int frames) implements Card {

    public Route {
      places = List.copyOf(places);
      if (places.size() < 2) {
        throw new IllegalArgumentException("places: " + places.size() + " (expected: >= 2)");
      }
    }
  }

  /// @param name as the reader calls it
  record Place(String name, GeoPoint position) {}
}
