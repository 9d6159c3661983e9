package app.oddiya.apps.llmagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.Settings;
import app.oddiya.application.planning.ModelLimits;
import app.oddiya.application.planning.ModelPrices;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.planning.agent.Spending.Caps;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DraftingTest {

  private static final RedisConfig SESSIONS = new RedisConfig(URI.create("redis://127.0.0.1:6379"));

  @Test
  void withoutARegionTheOptimizerDrafts() {
    assertThat(read(Map.of("ODDIYA_BEDROCK_MODEL", "claude")))
        .isEqualTo(new Drafting.ByOptimizer());
  }

  @Test
  void aRegionIsEnoughForAModel() {
    var with = (Drafting.WithModel) read(Map.of("ODDIYA_BEDROCK_REGION", "ap-northeast-2"));

    assertThat(with.bedrock().region()).isEqualTo("ap-northeast-2");
    assertThat(with.bedrock().streamed()).isTrue();
    assertThat(with.aws().keys()).isEmpty();
    assertThat(with.spending()).isEqualTo(SESSIONS);
    assertThat(with.prices()).isEqualTo(new ModelPrices(3_000_000, 15_000_000, 300_000, 3_750_000));
    assertThat(with.limits()).isEqualTo(ModelLimits.USUAL);
    assertThat(with.caps())
        .isEqualTo(new Caps(new Amount(2_000_000, 1_000_000), new Amount(100_000_000, 50_000_000)));
  }

  @Test
  void everythingAboutItCanBeSaid() {
    var with =
        (Drafting.WithModel)
            read(
                Map.ofEntries(
                    Map.entry("ODDIYA_BEDROCK_REGION", "us-east-1"),
                    Map.entry("ODDIYA_BEDROCK_MODEL", "claude"),
                    Map.entry("ODDIYA_BEDROCK_ENDPOINT", "http://127.0.0.1:9"),
                    Map.entry("ODDIYA_BEDROCK_STREAM", "false"),
                    Map.entry("ODDIYA_BEDROCK_PRICES", "1, 5, 0.1, 1.25"),
                    Map.entry("ODDIYA_LLM_AGENT_PLAN_CENTS", "10"),
                    Map.entry("ODDIYA_LLM_AGENT_PLAN_TOKENS", "20000"),
                    Map.entry("ODDIYA_LLM_AGENT_MODEL_TURNS", "3"),
                    Map.entry("ODDIYA_LLM_AGENT_MODEL_TIME", "9s"),
                    Map.entry("ODDIYA_LLM_AGENT_TRAVELLER_DAY_CENTS", "0"),
                    Map.entry("ODDIYA_LLM_AGENT_DAY_TOKENS", "7")));

    assertThat(with.bedrock().model()).isEqualTo("claude");
    assertThat(with.bedrock().endpoint()).isEqualTo(Optional.of(URI.create("http://127.0.0.1:9")));
    assertThat(with.bedrock().streamed()).isFalse();
    assertThat(with.prices()).isEqualTo(new ModelPrices(1_000_000, 5_000_000, 100_000, 1_250_000));
    assertThat(with.limits().perPlan()).isEqualTo(new Amount(100_000, 20_000));
    assertThat(with.limits().turns()).isEqualTo(3);
    assertThat(with.limits().time()).isEqualTo(Duration.ofSeconds(9));
    assertThat(with.caps().each().microUsd()).isZero();
    assertThat(with.caps().all().tokens()).isEqualTo(7);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "ODDIYA_BEDROCK_REGION", "ap-northeast-2",
                        "ODDIYA_BEDROCK_STREAM", "perhaps",
                        "ODDIYA_BEDROCK_PRICES", "3,15",
                        "ODDIYA_LLM_AGENT_PLAN_CENTS", "-1",
                        "ODDIYA_LLM_AGENT_MODEL_TIME", "soon")))
        .asInstanceOf(InstanceOfAssertFactories.type(BadSettings.class))
        .extracting(BadSettings::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .hasSize(4);
  }

  private static Drafting read(Map<String, String> environment) {
    return Settings.read(environment, settings -> Drafting.from(settings, SESSIONS));
  }
}
