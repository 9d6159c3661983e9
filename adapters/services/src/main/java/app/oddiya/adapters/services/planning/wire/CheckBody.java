package app.oddiya.adapters.services.planning.wire;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.StopId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Stops that somebody has chosen, to be timed and checked.
@Doc("Stops that somebody has chosen, to be timed and checked.")
public record CheckBody(
    @Doc("What the plan is held against.") GenerateBody wish,
    @Size(max = PlanRequest.MAX_DAYS) List<SketchedDay> days,
    @Doc("The records of the places that we hold.") Optional<List<PlaceRecordView>> held) {

  public record SketchedDay(
      LocalDate date,
      @Doc("In the order in which they are made.") @Size(max = 100) List<SketchedVisit> visits) {

    private static SketchedDay of(Sketch.Day day) {
      return new SketchedDay(day.date(), day.visits().stream().map(SketchedVisit::of).toList());
    }

    private Sketch.Day toDay() {
      return new Sketch.Day(date, visits.stream().map(SketchedVisit::toVisit).toList());
    }
  }

  public sealed interface SketchedVisit {

    @Doc("A stop that stays as it is; its checks are made anew.")
    @Named("KeptVisit")
    record Kept(StopView stop) implements SketchedVisit {}

    @Doc("A visit that may still have to be timed.")
    @Named("WantedVisit")
    record Wanted(
        @Doc("Of the stop that it was before, if it was one.") Optional<UUID> id,
        @Text(pattern = PlaceRecordView.PLACE_ID) String placeId,
        @Doc("By default as early as the day allows.") Optional<LocalTime> arrive,
        @Doc("By default as long as people usually stay.") @Range(min = 5, max = 720)
            Optional<Integer> minutes,
        @Doc("By default the usual sentence.") Optional<String> activity,
        boolean locked)
        implements SketchedVisit {}

    private static SketchedVisit of(Sketch.Visit visit) {
      return switch (visit) {
        case Sketch.Visit.Kept(var stop) -> new Kept(StopView.of(stop));
        case Sketch.Visit.Wanted wanted ->
            new Wanted(
                wanted.id().map(StopId::value),
                wanted.placeId().toString(),
                wanted.arrive(),
                wanted.minutes().stream().boxed().findFirst(),
                wanted.activity(),
                wanted.locked());
      };
    }

    private Sketch.Visit toVisit() {
      return switch (this) {
        case Kept(var stop) -> new Sketch.Visit.Kept(stop.toStop());
        case Wanted wanted ->
            new Sketch.Visit.Wanted(
                wanted.id.map(StopId::new),
                PlaceId.parse(wanted.placeId).orElseThrow(),
                wanted.arrive,
                wanted.minutes.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                wanted.activity,
                wanted.locked);
      };
    }
  }

  public static CheckBody of(Sketch sketch, List<Place> held) {
    return new CheckBody(
        GenerateBody.of(sketch.wish()),
        sketch.days().stream().map(SketchedDay::of).toList(),
        Optional.of(PlaceRecordView.ofAll(held)));
  }

  /// @throws RuntimeException if one of the stops cannot be: see [Meaning]
  public Sketch toSketch() {
    return new Sketch(wish.toRequest(), days.stream().map(SketchedDay::toDay).toList());
  }

  /// @throws RuntimeException if one of the records cannot be: see [Meaning]
  public List<Place> toHeld() {
    return PlaceRecordView.toPlaces(held.orElse(List.of()));
  }
}
