package app.oddiya.apps.plan;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.Inlined;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.application.planning.WantedStop;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The stops that a day is to have.
@Doc("The stops that the day is to have, in the order of their visits.")
record DayStopsBody(@Size(max = StopBody.MOST) List<EditedStop> stops) {

  @Doc("A stop of the day, or a new one.")
  record EditedStop(
      @Doc("Of the stop of this day that it is: what is not said of it stays, but for its time.")
          Optional<UUID> id,
      @Inlined StopBody stop,
      @Doc("A revision leaves it as it is. Locked, with nothing else said, it keeps its time too.")
          Optional<Boolean> locked) {

    private WantedStop toWanted() {
      return new WantedStop(
          id.map(StopId::new),
          stop.place(),
          stop.arrive(),
          stop.minutes().map(OptionalInt::of).orElse(OptionalInt.empty()),
          stop.activity(),
          locked);
    }
  }

  List<WantedStop> toWanted() {
    return stops.stream().map(EditedStop::toWanted).toList();
  }

  Set<PlaceId> places() {
    return stops.stream().map(each -> each.stop.place()).collect(Collectors.toSet());
  }

  /// Where it names stops that the day does not have, or one of them twice.
  List<FieldError> complaintsAbout(List<Stop> day) {
    List<FieldError> errors = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < stops.size(); i++) {
      Optional<UUID> id = stops.get(i).id;
      if (id.isEmpty()) {
        continue;
      }
      if (day.stream().noneMatch(stop -> stop.id().value().equals(id.get()))) {
        errors.add(error(i, "id", "not_found", "The day has no such stop."));
      } else if (!seen.add(id.get())) {
        errors.add(error(i, "id", "not_unique", "This stop stands in the list already."));
      }
    }
    return errors;
  }

  /// Where it names places that nobody knows.
  List<FieldError> complaintsAbout(Set<PlaceId> unknown) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      if (unknown.contains(stops.get(i).stop.place())) {
        errors.add(error(i, "placeId", "not_found", "No provider knows this place."));
      }
    }
    return errors;
  }

  private static FieldError error(int index, String field, String code, String detail) {
    return new FieldError("/stops/" + index + "/" + field, code, detail);
  }
}
