package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.DayWeather;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

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
    // A must-visit is asked for apart, and is then another record of a place that is known here.
    Map<PlaceId, Place> musts =
        wish.musts().stream().collect(Collectors.toMap(Place::id, must -> must, (must, _) -> must));
    known = known.stream().map(place -> musts.getOrDefault(place.id(), place)).toList();
    sky = Map.copyOf(sky);
  }
}
