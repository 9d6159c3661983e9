package app.oddiya.apps.plan;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.services.planning.wire.TripFields;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.application.planning.Manuscript;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.PlanRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A plan as its traveller writes it.
@Doc("A plan as its traveller writes it.")
@FieldRule.Of(ManuscriptBody.Rule.class)
record ManuscriptBody(
    @Text(min = 1, max = ManuscriptBody.LONGEST_TITLE, pattern = GenerateBody.SOMETHING)
        String title,
    GenerateBody.Where destination,
    @Doc("First day.") LocalDate startDate,
    @Doc("Last day; a trip has 1 to 14 days.") LocalDate endDate,
    @Doc("Of the first days of the trip; the others are empty.") @Size(max = PlanRequest.MAX_DAYS) Optional<List<DayBody>> days,
    @Doc(
            "Of the activities that are not said and of every reason; if it is not said, the one of"
                + " Accept-Language that we speak, else English.")
        Optional<Language> language) {

  static final int LONGEST_TITLE = 200;

  /// A day of it.
  record DayBody(@Size(max = StopBody.MOST) List<StopBody> stops) {}

  /// Not more days than the trip has.
  static final class Rule implements FieldRule {
    @Override
    public void check(Fields fields, Errors errors) {
      new TripFields(fields, errors).checkBlank("title");
      new TripFields(fields, errors).checkDates();
      Optional<LocalDate> start = fields.valid("startDate", LocalDate.class);
      Optional<LocalDate> end = fields.valid("endDate", LocalDate.class);
      Optional<Integer> days = fields.valid("days", List.class).map(sent -> sent.size());
      if (start.isPresent()
          && end.isPresent()
          && days.isPresent()
          && !end.get().isBefore(start.get())
          && days.get() > ChronoUnit.DAYS.between(start.get(), end.get()) + 1) {
        errors.add(fields.pointer("days"), "too_many", "The trip has fewer days.");
      }
    }
  }

  Manuscript toManuscript(Language usual) {
    return new Manuscript(
        title,
        language.orElse(usual),
        destination.toDestination(),
        startDate,
        endDate,
        dayBodies().stream()
            .map(day -> day.stops.stream().map(StopBody::toVisit).toList())
            .toList());
  }

  /// Where it names places that nobody knows.
  List<FieldError> complaintsAbout(Set<PlaceId> unknown) {
    List<FieldError> errors = new ArrayList<>();
    for (int day = 0; day < dayBodies().size(); day++) {
      List<StopBody> stops = dayBodies().get(day).stops;
      for (int stop = 0; stop < stops.size(); stop++) {
        if (unknown.contains(stops.get(stop).place())) {
          errors.add(
              new FieldError(
                  "/days/" + day + "/stops/" + stop + "/placeId",
                  "not_found",
                  "No provider knows this place."));
        }
      }
    }
    return errors;
  }

  private List<DayBody> dayBodies() {
    return days.orElse(List.of());
  }
}
