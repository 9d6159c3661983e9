package app.oddiya.adapters.postgres.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.PlansContract;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPlansTest implements PlansContract {

  @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);

  private static final Deadline LATER = new Deadline(Instant.parse("2999-12-31T00:00:00Z"));

  @Override
  public Tombstones tombstones() {
    return PlanningPostgresModule.tombstones(plan.database());
  }

  @Override
  public HeldPlaces places() {
    return new PostgresHeldPlaces(plan.database());
  }

  @Override
  public Plans plans() {
    return new PostgresPlans(plan.database(), PlanScribe.plain());
  }

  @Test
  void every_stop_names_a_record_that_is_held() {
    plans().add(OWNER, Trips.trip(), SettableClock.A_MORNING, LATER);

    assertThat(texts("select id || ' ' || local_name || ' ' || category from places order by id"))
        .containsExactly("memory:stop-1 장소 stop-1 MUSEUM", "memory:stop-2 장소 stop-2 MUSEUM");
    assertThat(
            texts(
                """
                select day || ' ' || position || ' ' || place_id || ' ' || location || ' ' || activity
                from plan_details order by position
                """))
        .containsExactly("1 1 memory:stop-1 Place stop-1 아침", "1 2 memory:stop-2 Place stop-2 밤");
  }

  @Test
  void a_deleted_plan_leaves_no_stops() {
    Plan stored = plans().add(OWNER, Trips.trip(), SettableClock.A_MORNING, LATER);

    plans().delete(OWNER, stored.id(), OptionalLong.empty(), LATER);

    assertThat(texts("select stop_id::text from plan_details")).isEmpty();
  }

  @Test
  void plans_of_the_same_places_are_stored_side_by_side() {
    List<Plan> stored =
        Together.run(20, () -> plans().add(OWNER, Trips.trip(), SettableClock.A_MORNING, LATER));

    assertThat(stored).extracting(Plan::id).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void what_a_release_without_documents_has_changed_is_written_anew() {
    Plan stored = plans().add(OWNER, Trips.trip(), SettableClock.A_MORNING, LATER);
    change("update travel_plans set title = 'Renamed', version = version + 1");

    assertThat(shown(stored)).contains("Renamed");
  }

  @Test
  void what_was_written_in_another_form_is_written_anew() {
    Plan stored = plans().add(OWNER, Trips.trip(), SettableClock.A_MORNING, LATER);
    change("update travel_plans set document = 'of old', document_edition = 7");

    assertThat(shown(stored)).isEqualTo(stored.trip().toString());
  }

  private String shown(Plan plan) {
    return plans()
        .findDocument(OWNER, plan.id(), LATER)
        .map(document -> StandardCharsets.UTF_8.decode(document.text()).toString())
        .orElseThrow();
  }

  private static void change(String sql) {
    int changed = plan.database().run(LATER, handle -> handle.createUpdate(sql).execute());
    assertThat(changed).isEqualTo(1);
  }

  private static List<String> texts(String sql) {
    return plan.database().run(LATER, handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
