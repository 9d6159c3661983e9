package app.oddiya.apps.plan;

import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.testkit.story.Trips;
import java.util.ArrayList;
import java.util.List;

/// What clients ask for, and what a writer makes of it.
final class Wishes {

  static final String WISH =
      """
      {"destination":{"name":"Busan"},"startDate":"2027-04-10","endDate":"2027-04-11",
       "party":{"adults":2,"children":0},"interests":["history","food"],"pace":"balanced",
       "mustVisit":[],"avoid":[],"language":"en"}
      """;

  static final String OTHER_WISH = WISH.replace("balanced", "packed");

  /// A plan that is written by hand, at places of [Agents#knowing].
  static final String BY_HAND =
      """
      {"title":"부산 ✈ weekend","destination":{"name":"Busan"},
       "startDate":"2027-04-10","endDate":"2027-04-12",
       "days":[{"stops":[{"placeId":"memory:museum","arrive":"10:15","minutes":90},
                         {"placeId":"memory:park","activity":"Feed the  pigeons."}]}]}
      """;

  private Wishes() {}

  static List<DraftEvent> told() {
    List<DraftEvent> events = new ArrayList<>();
    events.add(new DraftEvent.StageReached(Stage.COLLECTING, 75));
    events.add(new DraftEvent.StageReached(Stage.CHECKING, 2));
    events.addAll(DraftEvent.StopFixed.of(Trips.trip().days()));
    return events;
  }

  static Writing written() {
    Trip trip = Trips.trip();
    return new Writing.Written(
        new Draft(trip.title(), trip.source(), trip.days(), trip.totals(), trip.certificate()));
  }
}
