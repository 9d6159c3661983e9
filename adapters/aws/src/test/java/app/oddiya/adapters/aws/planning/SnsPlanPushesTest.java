package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.Sns;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.testkit.contract.PlanPushesContract;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SnsPlanPushesTest implements PlanPushesContract {

  @RegisterExtension static final SnsExtension sns = new SnsExtension();

  @Override
  public PlanPushes pushes() {
    return PlanningPushModule.pushes(Sns.client(sns), InstantSource.system());
  }

  @Override
  public Phone phone(Platform platform) {
    String application =
        switch (platform) {
          case IOS -> sns.apnsArn();
          case ANDROID -> sns.fcmArn();
        };
    String endpoint =
        Sns.client(sns)
            .createPlatformEndpoint(
                e -> e.platformApplicationArn(application).token(UUID.randomUUID().toString()))
            .endpointArn();
    return new Phone(platform, endpoint, "ko");
  }

  @Override
  public void disable(Phone phone) {
    Sns.client(sns)
        .setEndpointAttributes(
            e -> e.endpointArn(phone.endpoint()).attributes(Map.of("Enabled", "false")));
  }

  @Override
  public List<Shown> shown(Phone phone) throws Exception {
    Map<String, Shown> screen = new LinkedHashMap<>();
    for (JsonNode message : Sns.published(sns, phone.endpoint())) {
      JsonNode payload = Sns.payload(message);
      switch (phone.platform()) {
        case IOS ->
            screen.put(
                message.path("attributes").path("AWS.SNS.MOBILE.APNS.COLLAPSE_ID").asString(),
                shown(payload.at("/aps/alert/title"), payload));
        case ANDROID -> {
          JsonNode push = payload.at("/fcmV1Message/message");
          screen.put(
              push.at("/android/collapse_key").asString(),
              shown(push.at("/notification/title"), push.path("data")));
        }
      }
    }
    return List.copyOf(screen.values());
  }

  private static Shown shown(JsonNode title, JsonNode data) {
    return new Shown(
        title.asString(), data.path("planId").asString(), data.path("revisionId").asString());
  }
}
