package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.place.PlaceId;
import java.util.List;
import java.util.stream.Collectors;

/// What the problem `unknown_places` says beyond every problem.
public record UnknownPlacesView(@Doc("Their ids.") List<String> places) {

  public static UnknownPlacesView of(Checking.UnknownPlaces unknown) {
    return new UnknownPlacesView(
        unknown.places().stream().map(PlaceId::toString).sorted().toList());
  }

  public Checking toChecking() {
    return new Checking.UnknownPlaces(
        places.stream()
            .map(id -> PlaceId.parse(id).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
