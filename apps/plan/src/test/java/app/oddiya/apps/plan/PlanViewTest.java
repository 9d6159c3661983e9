package app.oddiya.apps.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanViewTest {

  private final PlanScribe scribe = PlanView.scribe();

  /// Plans are kept as they were written: whoever changes the form raises `PlanView.EDITION`
  /// and puts a file of that number in the place of the old one.
  @Test
  void tripsOfThisEditionAreWrittenLikeThis() throws IOException {
    String file = "trip-edition-%d.json".formatted(scribe.edition());
    try (InputStream expected = PlanViewTest.class.getResourceAsStream(file)) {
      assertThat(scribe.write(Trips.trip()))
          .isEqualTo(
              new String(Objects.requireNonNull(expected, file).readAllBytes(), UTF_8).strip());
    }
  }

  @Test
  void aWrittenPlanReadsLikeOneThatIsWrittenNow() {
    var plan =
        new Plan(
            new PlanId(7),
            new UserId(1),
            SettableClock.A_MORNING,
            SettableClock.A_MORNING.plusSeconds(1),
            2,
            Trips.trip());

    assertThat(UTF_8.decode(PlanView.written(PlanDocument.of(plan, scribe))).toString())
        .isEqualTo(new String(Wire.write(PlanView.of(plan)), UTF_8));
  }
}
