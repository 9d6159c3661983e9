package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The records that we hold of must-visits named by their ids.
record HeldMusts(HeldPlaces places) {

  List<Place> of(PlanRequest request, Deadline deadline) {
    Set<PlaceId> ids =
        request.mustVisit().stream()
            .flatMap(
                must ->
                    switch (must) {
                      case MustVisit.Known(var id) -> Stream.of(id);
                      case MustVisit.Called _ -> Stream.<PlaceId>empty();
                    })
            .collect(Collectors.toUnmodifiableSet());
    return ids.isEmpty() ? List.of() : List.copyOf(places.find(ids, deadline).values());
  }
}
