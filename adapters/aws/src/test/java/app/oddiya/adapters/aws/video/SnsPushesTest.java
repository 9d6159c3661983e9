package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.Sns;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.testkit.contract.PushesContract;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Phones.Platform;
import app.oddiya.domain.video.job.Pushes;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SnsPushesTest implements PushesContract {

  @RegisterExtension static final SnsExtension sns = new SnsExtension();

  @Override
  public Pushes pushes() {
    return VideoAwsModule.pushes(Sns.client(sns), InstantSource.system());
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
      Shown shown =
          switch (phone.platform()) {
            case IOS -> onIos(message);
            case ANDROID -> onAndroid(message);
          };
      screen.put(shown.collapseId(), shown);
    }
    return List.copyOf(screen.values());
  }

  private static Shown onIos(JsonNode message) {
    JsonNode push = Sns.payload(message);
    return new Shown(
        push.at("/aps/alert/title").asString(),
        push.path("jobId").asString(),
        push.path("status").asString(),
        message.path("attributes").path("AWS.SNS.MOBILE.APNS.COLLAPSE_ID").asString());
  }

  private static Shown onAndroid(JsonNode message) {
    JsonNode push = Sns.payload(message).at("/fcmV1Message/message");
    return new Shown(
        push.at("/notification/title").asString(),
        push.at("/data/jobId").asString(),
        push.at("/data/status").asString(),
        push.at("/android/collapse_key").asString());
  }
}
