package app.oddiya.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/// In a cluster a service has no keys but a token of its own, which STS takes for those of a role
/// (EKS User Guide, "IAM roles for service accounts").
class RoleOfAPodTest {

  private static final String ANSWER =
      """
      <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <AssumeRoleWithWebIdentityResult>
          <Credentials>
            <AccessKeyId>ASIAOFTHEROLE</AccessKeyId>
            <SecretAccessKey>secret</SecretAccessKey>
            <SessionToken>session</SessionToken>
            <Expiration>2099-01-01T00:00:00Z</Expiration>
          </Credentials>
        </AssumeRoleWithWebIdentityResult>
      </AssumeRoleWithWebIdentityResponse>
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private HttpServer stub;
  private Map<String, String> properties = Map.of();

  @BeforeEach
  void startStub(@TempDir Path folder) throws Exception {
    stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean ofSts = body.contains("AssumeRoleWithWebIdentity");
          (ofSts ? asked : signatures)
              .add(ofSts ? body : exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] answer =
              (ofSts ? ANSWER : "{\"QueueUrl\":\"http://127.0.0.1/queue\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    stub.start();
    Path token = Files.writeString(folder.resolve("token"), "token-of-the-pod");
    properties =
        Map.of(
            "aws.roleArn",
            "arn:aws:iam::111122223333:role/oddiya-video",
            "aws.webIdentityTokenFile",
            token.toString(),
            "aws.region",
            "ap-northeast-2",
            "aws.endpointUrlSts",
            address().toString());
    properties.forEach(System::setProperty);
  }

  @AfterEach
  void stopStub() {
    properties.keySet().forEach(System::clearProperty);
    stub.stop(0);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + stub.getAddress().getPort());
  }

  @Test
  void aTokenOfThePodIsTakenForKeysOfItsRole() {
    AwsConfig config =
        new AwsConfig(
            "ap-northeast-2",
            Optional.empty(),
            Optional.empty(),
            Optional.of(address()),
            Optional.empty());
    try (AwsClients clients = new AwsClients(config)) {
      SqsClient sqs = clients.sqs();

      sqs.getQueueUrl(queue -> queue.queueName("oddiya-video-jobs"));
    }

    assertThat(asked).singleElement().asString().contains("token-of-the-pod", "oddiya-video");
    assertThat(signatures).singleElement().asString().contains("Credential=ASIAOFTHEROLE/");
  }
}
