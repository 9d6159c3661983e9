package app.oddiya.apps.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryGenerationKeys;
import app.oddiya.adapters.memory.planning.MemoryHeldPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlanChecker;
import app.oddiya.adapters.memory.planning.MemoryPlanReviser;
import app.oddiya.adapters.memory.planning.MemoryPlanWriter;
import app.oddiya.adapters.memory.planning.MemoryPlans;
import app.oddiya.adapters.memory.planning.MemoryRevisions;
import app.oddiya.adapters.memory.planning.MemoryShares;
import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Settings;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.planning.agent.Revising;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Test
  void theRoutesAreThoseOfTheGoldenTable() throws IOException {
    MemoryTombstones tombstones = new MemoryTombstones();
    MemoryPlans plans = new MemoryPlans(tombstones, new MemoryHeldPlaces(), PlanView.scribe());
    Routes routes =
        PlanComponent.Parts.routes(
            plans,
            new MemoryHeldPlaces(),
            new MemoryRevisions(plans),
            MemoryPlanChecker.passing(InstantSource.system()),
            new MemoryPlanReviser(_ -> new Revising.NotUnderstood()),
            new MemoryPlaces(),
            new MemoryShares(plans),
            PlanComponent.Parts.generations(
                new MemoryPlanWriter(Wishes.told(), Wishes.written()),
                new MemoryHeldPlaces(),
                plans,
                new MemoryGenerationKeys(plans),
                tombstones,
                InstantSource.system()),
            new ShareRoutes(
                plans, new MemoryShares(plans), InstantSource.system(), RunningPlan.PUBLIC_URL),
            tombstones,
            InstantSource.system());

    try (InputStream golden = getClass().getResourceAsStream("/routes.txt")) {
      assertThat(routes.asText())
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void everythingWrongWithTheEnvironmentIsToldAtOnce() {
    Map<String, String> environment =
        Map.of("ODDIYA_PLAN_PORT", "many", "ODDIYA_LLM_AGENT_URL", "llm-agent:8084");

    assertThatThrownBy(() -> Settings.read(environment, Config::from))
        .asInstanceOf(InstanceOfAssertFactories.type(BadSettings.class))
        .extracting(BadSettings::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .anyMatch(problem -> problem.startsWith("ODDIYA_PLAN_PORT"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_LLM_AGENT_URL"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_PLAN_DATABASE_PASSWORD"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_PLAN_INTERNAL_KEY"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_INTERNAL_KEYS"))
        .hasSize(5);
  }

  @Test
  void theServiceStartsFromItsEnvironment(@TempDir Path folder)
      throws IOException, InterruptedException, JOSEException {
    String key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate().toJSONString();
    Map<String, String> environment =
        Map.of(
            "ODDIYA_PLAN_PORT", "0",
            "ODDIYA_PLAN_PRIVATE_PORT", "0",
            "ODDIYA_INTERNAL_KEYS", Files.writeString(folder.resolve("keys"), "{}").toString(),
            "ODDIYA_PLAN_INTERNAL_KEY", Files.writeString(folder.resolve("key"), key).toString(),
            "ODDIYA_DATABASE_URL", POSTGRES.jdbcUrl(),
            "ODDIYA_PLAN_DATABASE_PASSWORD", POSTGRES.password("plan_service"));

    RunningService service = Main.start(environment);
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI ready = URI.create("http://127.0.0.1:" + service.privatePort() + "/readyz");
      assertThat(http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding()))
          .matches(answer -> answer.statusCode() == 200);
      URI openApi = URI.create("http://127.0.0.1:" + service.port() + "/openapi.json");
      assertThat(http.send(HttpRequest.newBuilder(openApi).build(), BodyHandlers.ofString()).body())
          .contains("/api/v1/plans/generate", "Idempotency-Key", "infeasible");
    } finally {
      service.stop();
    }
  }
}
