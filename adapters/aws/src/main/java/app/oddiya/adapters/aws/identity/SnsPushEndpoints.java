package app.oddiya.adapters.aws.identity;

import app.oddiya.adapters.aws.AwsCalls;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.identity.account.PushEndpoints;
import app.oddiya.domain.identity.account.PushRegistration;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Endpoint;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListEndpointsByPlatformApplicationResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/// Platform endpoints of SNS, made as its developer guide advises ("Creating an Amazon SNS platform
/// endpoint"): create, which gives a known token its endpoint again; then set token and `Enabled`,
/// which a bounced push may have taken away.
final class SnsPushEndpoints implements PushEndpoints {

  /// The only place in which SNS names the endpoint of a token whose attributes have changed.
  private static final Pattern EXISTING =
      Pattern.compile("Endpoint (arn:\\S+) already exists with the same Token");

  private final IdentityAwsConfig config;
  private final SnsClient sns;
  private final AwsCalls calls;

  SnsPushEndpoints(IdentityAwsConfig config, SnsClient sns, InstantSource clock) {
    this.config = config;
    this.sns = sns;
    this.calls = new AwsCalls("push service", clock);
  }

  @Override
  public PushRegistration register(Platform platform, PushToken token, Deadline deadline) {
    PushRegistration registration = calls.call(() -> create(platform, token, deadline));
    if (registration instanceof PushRegistration.Accepted(PushEndpoint endpoint)) {
      calls.call(() -> enable(endpoint, token, deadline));
    }
    return registration;
  }

  private PushRegistration create(Platform platform, PushToken token, Deadline deadline) {
    String application = application(platform);
    try {
      String arn =
          sns.createPlatformEndpoint(
                  request ->
                      request
                          .platformApplicationArn(application)
                          .token(token.value())
                          .overrideConfiguration(calls.within(deadline)))
              .endpointArn();
      return new PushRegistration.Accepted(new PushEndpoint(arn));
    } catch (InvalidParameterException refused) {
      String message = String.valueOf(refused.getMessage());
      Matcher existing = EXISTING.matcher(message);
      if (existing.find()) {
        return new PushRegistration.Accepted(new PushEndpoint(existing.group(1)));
      }
      if (message.startsWith("Invalid parameter: Token")) {
        return new PushRegistration.InvalidToken();
      }
      throw refused;
    }
  }

  private String application(Platform platform) {
    return switch (platform) {
      case IOS -> config.apnsArn();
      case ANDROID -> config.fcmArn();
    };
  }

  private PushEndpoint enable(PushEndpoint endpoint, PushToken token, Deadline deadline) {
    try {
      sns.setEndpointAttributes(
          request ->
              request
                  .endpointArn(endpoint.arn())
                  .attributes(Map.of("Token", token.value(), "Enabled", "true"))
                  .overrideConfiguration(calls.within(deadline)));
      return endpoint;
    } catch (NotFoundException removedMeanwhile) {
      // Another call has removed it between the two; registering again makes a new one.
      throw new Unavailable("push service", removedMeanwhile);
    }
  }

  @Override
  public void remove(PushEndpoint endpoint, Deadline deadline) {
    calls.call(
        () ->
            sns.deleteEndpoint(
                request ->
                    request
                        .endpointArn(endpoint.arn())
                        .overrideConfiguration(calls.within(deadline))));
  }

  @Override
  public Page<Known> list(Platform platform, Optional<Page.Cursor> after, Deadline deadline) {
    ListEndpointsByPlatformApplicationResponse listed =
        calls.call(
            () ->
                sns.listEndpointsByPlatformApplication(
                    request ->
                        request
                            .platformApplicationArn(application(platform))
                            .nextToken(after.map(Page.Cursor::value).orElse(null))
                            .overrideConfiguration(calls.within(deadline))));
    return new Page<>(
        listed.endpoints().stream().map(SnsPushEndpoints::known).toList(),
        Optional.ofNullable(listed.nextToken())
            .filter(token -> !token.isEmpty())
            .map(Page.Cursor::new));
  }

  private static Known known(Endpoint endpoint) {
    return new Known(
        new PushEndpoint(endpoint.endpointArn()),
        Boolean.parseBoolean(endpoint.attributes().get("Enabled")));
  }
}
