package app.oddiya.apps.stores.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryServerTest {

  private static final String APNS = "arn:aws:sns:ap-northeast-2:000000000000:app/APNS_SANDBOX/app";
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=AKID/20261123/ap-northeast-2/sns/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature="
          + "0".repeat(64);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private QueryServer server;

  QueryServerTest(@TempDir Path data) throws IOException {
    this.data = data;
    this.server = started();
  }

  @BeforeEach
  void anApplication() throws Exception {
    call(
        "Action",
        "CreatePlatformApplication",
        "Name",
        "app",
        "Platform",
        "APNS_SANDBOX",
        "Attributes.entry.1.key",
        "PlatformCredential",
        "Attributes.entry.1.value",
        "key");
  }

  @AfterEach
  void stop() {
    server.stop();
    http.close();
  }

  private QueryServer started() throws IOException {
    Published published =
        new Published(data.resolve("published.jsonl"), () -> Instant.parse("2026-11-23T00:00:00Z"));
    return QueryServer.start(
        0,
        new Actions(Registry.in(data, UUID::randomUUID), published, UUID::randomUUID),
        published);
  }

  @Test
  void aDeviceIsRegisteredOnceUnlessItsAttributesDiffer() throws Exception {
    String arn = endpoint("token-1");
    assertThat(endpoint("token-1")).isEqualTo(arn);

    HttpResponse<String> other =
        call(
            "Action",
            "CreatePlatformEndpoint",
            "PlatformApplicationArn",
            APNS,
            "Token",
            "token-1",
            "CustomUserData",
            "other");

    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.body())
        .contains("<Code>InvalidParameter</Code>")
        .contains("Endpoint " + arn + " already exists with the same Token, but different");
  }

  @Test
  void anEndpointsAttributesCanBeReadAndChangedUntilItIsDeleted() throws Exception {
    String arn = endpoint("token-1");
    HttpResponse<String> changed =
        call(
            "Action",
            "SetEndpointAttributes",
            "EndpointArn",
            arn,
            "Attributes.entry.1.key",
            "Token",
            "Attributes.entry.1.value",
            "token-2");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(call("Action", "GetEndpointAttributes", "EndpointArn", arn).body())
        .contains("<entry><key>Enabled</key><value>true</value></entry>")
        .contains("<entry><key>Token</key><value>token-2</value></entry>");

    assertThat(call("Action", "DeleteEndpoint", "EndpointArn", arn).statusCode()).isEqualTo(200);
    assertThat(call("Action", "DeleteEndpoint", "EndpointArn", arn).statusCode()).isEqualTo(200);

    HttpResponse<String> gone = call("Action", "GetEndpointAttributes", "EndpointArn", arn);
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("<Code>NotFound</Code>");
  }

  @Test
  void aPhoneGetsThePartOfAStructuredMessageThatIsForItsPlatform() throws Exception {
    String arn = endpoint("token-1");
    HttpResponse<String> answer =
        call(
            "Action",
            "Publish",
            "TargetArn",
            arn,
            "MessageStructure",
            "json",
            "Message",
            "{\"default\":\"d\",\"APNS_SANDBOX\":\"{\\\"aps\\\":{\\\"alert\\\":\\\"필름\\\"}}\"}",
            "MessageAttributes.entry.1.Name",
            "AWS.SNS.MOBILE.APNS.COLLAPSE_ID",
            "MessageAttributes.entry.1.Value.DataType",
            "String",
            "MessageAttributes.entry.1.Value.StringValue",
            "7");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("<PublishResult><MessageId>");
    assertThat(published())
        .contains("\"token\":\"token-1\"")
        .contains("필름")
        .contains("\"AWS.SNS.MOBILE.APNS.COLLAPSE_ID\":\"7\"");
  }

  @Test
  void nothingIsPublishedToADisabledOrUnknownEndpoint() throws Exception {
    String arn = endpoint("token-1");
    call(
        "Action",
        "SetEndpointAttributes",
        "EndpointArn",
        arn,
        "Attributes.entry.1.key",
        "Enabled",
        "Attributes.entry.1.value",
        "false");

    assertThat(call("Action", "Publish", "TargetArn", arn, "Message", "m").body())
        .contains("<Code>EndpointDisabled</Code>");
    assertThat(call("Action", "Publish", "TargetArn", arn + "x", "Message", "m").body())
        .contains("No endpoint found for the target arn specified");
    assertThat(published()).isEmpty();
  }

  @Test
  void aTopicMustExist() throws Exception {
    String arn = found("TopicArn", call("Action", "CreateTopic", "Name", "events"));
    assertThat(call("Action", "Publish", "TopicArn", arn, "Message", "m").statusCode())
        .isEqualTo(200);
    assertThat(call("Action", "Publish", "TopicArn", arn + "2", "Message", "m").statusCode())
        .isEqualTo(404);
    assertThat(published()).contains("\"target\":\"" + arn + "\"");
  }

  @Test
  void whatIsNotDocumentedIsRefused() throws Exception {
    String arn = endpoint("token-1");
    assertThat(call("Action", "ListTopics").body()).contains("<Code>InvalidAction</Code>");
    assertThat(call("Action", "DeleteEndpoint", "EndpointArn", arn, "Force", "true").body())
        .contains("<Code>InvalidParameter</Code>");
    assertThat(
            call("Action", "Publish", "TargetArn", arn, "MessageStructure", "json", "Message", "{}")
                .body())
        .contains("No default entry in JSON message body");
    assertThat(
            send(HttpRequest.newBuilder(uri("/")).POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void endpointsOutliveTheProcess() throws Exception {
    String arn = endpoint("token-1");
    server.stop();
    server = started();
    assertThat(call("Action", "GetEndpointAttributes", "EndpointArn", arn).statusCode())
        .isEqualTo(200);
  }

  private String endpoint(String token) throws Exception {
    return found(
        "EndpointArn",
        call("Action", "CreatePlatformEndpoint", "PlatformApplicationArn", APNS, "Token", token));
  }

  private String published() throws Exception {
    return send(HttpRequest.newBuilder(uri("/_published?after=0"))).body();
  }

  private HttpResponse<String> call(String... namesAndValues) throws Exception {
    StringBuilder form = new StringBuilder("Version=2010-03-31");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append('&').append(namesAndValues[i]).append('=');
      form.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(uri("/"))
            .header("Authorization", SIGNED)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static String found(String element, HttpResponse<String> answer) {
    Matcher matcher =
        Pattern.compile("<%1$s>(.*)</%1$s>".formatted(element)).matcher(answer.body());
    assertThat(matcher.find()).as(answer.body()).isTrue();
    return matcher.group(1);
  }
}
