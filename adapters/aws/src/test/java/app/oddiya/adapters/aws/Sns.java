package app.oddiya.adapters.aws;

import app.oddiya.apps.stores.junit.SnsExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
