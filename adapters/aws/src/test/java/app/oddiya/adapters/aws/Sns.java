package app.oddiya.adapters.aws;

import app.oddiya.apps.stores.junit.SnsExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What these tests do with SNS besides publishing.
public final class Sns {

  private Sns() {}

  public static SnsClient client(SnsExtension sns) {
    return AwsModule.sns(
        AwsModule.clients(
            new AwsConfig(
                sns.region(),
                Optional.of(new AwsConfig.Keys(sns.accessKeyId(), sns.secretAccessKey())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(sns.endpoint()))));
  }

  /// An endpoint of an app on a phone that is new.
  public static String iosEndpoint(SnsExtension sns) {
    return endpoint(sns, sns.apnsArn());
  }

  public static String androidEndpoint(SnsExtension sns) {
    return endpoint(sns, sns.fcmArn());
  }

  private static String endpoint(SnsExtension sns, String application) {
    return client(sns)
        .createPlatformEndpoint(
            e -> e.platformApplicationArn(application).token(UUID.randomUUID().toString()))
        .endpointArn();
  }

  /// As it is when the app is no longer there.
  public static void disable(SnsExtension sns, String endpoint) {
    client(sns)
        .setEndpointAttributes(e -> e.endpointArn(endpoint).attributes(Map.of("Enabled", "false")));
  }

  /// What a phone shows of a push.
  ///
  /// @param data for the app
  public record Push(String title, String collapseId, JsonNode data) {}

  /// What an iOS phone has on its screen: of those that collapse the last, oldest first.
  public static List<Push> onIos(SnsExtension sns, String endpoint) throws Exception {
    return screen(
        sns,
        endpoint,
        message -> {
          JsonNode push = payload(message);
          return new Push(
              push.at("/aps/alert/title").asString(),
              message.path("attributes").path("AWS.SNS.MOBILE.APNS.COLLAPSE_ID").asString(),
              push);
        });
  }

  /// What an Android phone has on its screen.
  public static List<Push> onAndroid(SnsExtension sns, String endpoint) throws Exception {
    return screen(
        sns,
        endpoint,
        message -> {
          JsonNode push = payload(message).at("/fcmV1Message/message");
          return new Push(
              push.at("/notification/title").asString(),
              push.at("/android/collapse_key").asString(),
              push.path("data"));
        });
  }

  private static List<Push> screen(
      SnsExtension sns, String endpoint, Function<JsonNode, Push> reading) throws Exception {
    Map<String, Push> screen = new LinkedHashMap<>();
    for (JsonNode message : published(sns, endpoint)) {
      Push push = reading.apply(message);
      screen.put(push.collapseId(), push);
    }
    return List.copyOf(screen.values());
  }

  /// What went to one topic or endpoint, oldest first.
  public static List<JsonNode> published(SnsExtension sns, String arn) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sns.published()).timeout(Duration.ofSeconds(20)).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .map(line -> JsonMapper.shared().readTree(line).path("message"))
          .filter(message -> message.path("target").asString().equals(arn))
          .toList();
    }
  }

  /// What a phone, or a subscriber, gets of a message.
  public static JsonNode payload(JsonNode message) {
    return JsonMapper.shared().readTree(message.path("payload").asString());
  }
}
