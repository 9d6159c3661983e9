package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A plan and how somebody wants it changed.
@Doc("A plan and how somebody wants it changed.")
public record ReviseBody(
    TripView trip,
    @Doc("In any of the four languages.") @Text(min = 1, max = 2000) String instruction,
    @Doc("Stops that stay as they are, beside those that are locked in the trip.")
        List<UUID> locked,
    @Doc("The records of the places that we hold.") Optional<List<PlaceRecordView>> held) {

  public static ReviseBody of(
      Trip trip, String instruction, List<StopId> locked, List<Place> held) {
    return new ReviseBody(
        TripView.of(trip),
        instruction,
        locked.stream().map(StopId::value).toList(),
        Optional.of(PlaceRecordView.ofAll(held)));
  }

  public List<StopId> toLocked() {
    return locked.stream().map(StopId::new).toList();
  }

  /// @throws RuntimeException if one of the records cannot be: see [Meaning]
  public List<Place> toHeld() {
    return PlaceRecordView.toPlaces(held.orElse(List.of()));
  }
}
