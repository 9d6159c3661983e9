package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Inlined;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import java.util.List;
import java.util.Optional;

/// What the plan service asks llm-agent for: a traveller's wish, and what we hold that concerns it.
@Doc("What a traveller asks for, and what we hold that concerns it.")
public record DraftBody(
    @Inlined GenerateBody wish,
    @Doc("Records of must-visits that are named by their ids.") @Size(max = 20) Optional<List<PlaceRecordView>> held) {

  public static DraftBody of(PlanRequest request, List<Place> held) {
    return new DraftBody(
        GenerateBody.of(request),
        Optional.of(PlaceRecordView.ofAll(held)).filter(records -> !records.isEmpty()));
  }

  /// @throws RuntimeException if one of the records cannot be: see [Meaning]
  public List<Place> toHeld() {
    return PlaceRecordView.toPlaces(held.orElse(List.of()));
  }
}
