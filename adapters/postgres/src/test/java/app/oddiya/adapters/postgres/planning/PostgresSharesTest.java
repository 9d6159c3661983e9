package app.oddiya.adapters.postgres.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.postgres.MigratedDatabase;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.ShareToken;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.testkit.contract.SharesContract;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSharesTest implements SharesContract {

  @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);

  private static final Deadline LATER = new Deadline(Instant.parse("2999-12-31T00:00:00Z"));

  @Override
  public Shares shares() {
    return PlanningPostgresModule.shares(plan.database());
  }

  @Override
  public Plans plans() {
    return PlanningPostgresModule.plans(plan.database(), PlanScribe.plain());
  }

  @Override
  public Tombstones tombstones() {
    return PlanningPostgresModule.tombstones(plan.database());
  }

  @Test
  void of_a_token_only_its_hash_is_kept() {
    shares().add(OWNER, aPlan(), new ShareToken("A".repeat(43)), NOW, LATER);

    assertThat(texts("select encode(hash, 'hex') from share_links"))
        .containsExactly("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a");
  }

  @Test
  void links_go_with_their_plan() {
    PlanId id = aPlan();
    shares().add(OWNER, id, new ShareToken("A".repeat(43)), NOW, LATER);

    plans().delete(OWNER, id, OptionalLong.empty(), LATER);

    assertThat(texts("select plan_id::text from share_links")).isEmpty();
  }

  private PlanId aPlan() {
    return plans().add(OWNER, Trips.trip(), NOW, LATER).id();
  }

  private static List<String> texts(String sql) {
    return plan.database().run(LATER, handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
