package app.oddiya.adapters.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.aws.AwsClients;
import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.PushRegistration;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PushEndpointsContract;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

class SnsPushEndpointsTest implements PushEndpointsContract {

  @RegisterExtension static final SnsExtension SNS = new SnsExtension();

  private final AwsClients clients = clients(SNS.endpoint());
  private final SnsClient sns = AwsModule.sns(clients);
  private final PushEndpoints endpoints = endpoints(sns);

  @AfterEach
  void close() {
    clients.close();
  }

  @Override
  public PushEndpoints endpoints() {
    return endpoints;
  }

  @Override
  public void bounce(PushEndpoint endpoint) {
    sns.setEndpointAttributes(
        request -> request.endpointArn(endpoint.arn()).attributes(Map.of("Enabled", "false")));
  }

  @Override
  public boolean isEnabled(PushEndpoint endpoint) {
    return "true"
        .equals(
            sns.getEndpointAttributes(request -> request.endpointArn(endpoint.arn()))
                .attributes()
                .get("Enabled"));
  }

  @Override
  public boolean exists(PushEndpoint endpoint) {
    try {
      sns.getEndpointAttributes(request -> request.endpointArn(endpoint.arn()));
      return true;
    } catch (NotFoundException gone) {
      return false;
    }
  }

  /// Somebody has put a note on the endpoint by hand: SNS then refuses to create it again, and says
  /// only in its message which one there is.
  @Test
  void anEndpointWithOtherAttributesIsFoundAllTheSame() {
    var token = new PushToken(UUID.randomUUID().toString());
    PushRegistration first = endpoints.register(Platform.ANDROID, token, soon());
    PushEndpoint endpoint = ((PushRegistration.Accepted) first).endpoint();
    sns.setEndpointAttributes(
        request ->
            request.endpointArn(endpoint.arn()).attributes(Map.of("CustomUserData", "a note")));

    assertThat(endpoints.register(Platform.ANDROID, token, soon())).isEqualTo(first);
  }

  @Test
  void anSnsThatIsNotThereIsAnOutage() throws IOException {
    URI nowhere;
    try (var socket = new ServerSocket(0)) {
      nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (AwsClients gone = clients(nowhere)) {
      PushEndpoints none = endpoints(AwsModule.sns(gone));

      assertThatThrownBy(() -> none.register(Platform.IOS, new PushToken("a1"), soon()))
          .isInstanceOf(Unavailable.class);
    }
  }

  private static AwsClients clients(URI endpoint) {
    return AwsModule.clients(
        new AwsConfig(
            SNS.region(),
            Optional.of(new AwsConfig.Keys(SNS.accessKeyId(), SNS.secretAccessKey())),
            Optional.empty(),
            Optional.empty(),
            Optional.of(endpoint)));
  }

  private static PushEndpoints endpoints(SnsClient sns) {
    return IdentityAwsModule.pushEndpoints(
        new IdentityAwsConfig(SNS.apnsArn(), SNS.fcmArn()), sns, InstantSource.system());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
  }
}
