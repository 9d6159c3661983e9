package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.DayWeather;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// What is known before a plan is made, asked for once however often it is drafted.
///
/// @param known the places of the destination
/// @param silent providers that did not answer: there may be places that only they know
/// @param sky an entry for every date of the trip that anything is known of
record Survey(
    Wish wish,
    Purse purse,
    List<Place> known,
    SequencedSet<String> silent,
    Map<LocalDate, DayWeather> sky) {

  Survey {
    known = List.copyOf(known);
    sky = Map.copyOf(sky);
  }
}
