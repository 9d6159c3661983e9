package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsCalls;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.Ended;
import app.oddiya.domain.video.job.Phones.Phone;
import app.oddiya.domain.video.job.Pushes;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.EndpointDisabledException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Pushes through SNS platform endpoints.
///
/// Apple's collapse id is a message attribute, Android's collapse key a field of the FCM v1 message
/// (SNS developer guide, "Using message attributes for mobile push" and "Using Google Firebase
/// Cloud Messaging v1 payloads").
final class SnsPushes implements Pushes {

  private static final ObjectMapper JSON = JsonMapper.shared();
  private static final String COLLAPSE_ID = "AWS.SNS.MOBILE.APNS.COLLAPSE_ID";
  private static final String PUSH_TYPE = "AWS.SNS.MOBILE.APNS.PUSH_TYPE";
  private static final String PRIORITY = "AWS.SNS.MOBILE.APNS.PRIORITY";

  private final SnsClient sns;
  private final AwsCalls calls;

  SnsPushes(SnsClient sns, InstantSource clock) {
    this.sns = sns;
    this.calls = new AwsCalls("push", clock);
  }

  @Override
  public Outcome push(Phone phone, Ended ended, String title, Deadline deadline) {
    String message = JSON.writeValueAsString(perPlatform(phone, ended, title));
    return calls.call(
        () -> {
          try {
            sns.publish(
                p ->
                    p.targetArn(phone.endpoint())
                        .messageStructure("json")
                        .message(message)
                        .messageAttributes(attributes(phone, ended))
                        .overrideConfiguration(calls.within(deadline)));
            return Outcome.HANDED_OVER;
          } catch (EndpointDisabledException | NotFoundException e) {
            return Outcome.DISABLED;
          } catch (InvalidParameterException e) {
            if (isUnknownEndpoint(e)) {
              return Outcome.DISABLED;
            }
            throw e;
          }
        });
  }

  /// SNS has no code of its own for an endpoint that was deleted.
  private static boolean isUnknownEndpoint(InvalidParameterException e) {
    return String.valueOf(e.getMessage()).contains("No endpoint found");
  }

  private static Map<String, MessageAttributeValue> attributes(Phone phone, Ended ended) {
    return switch (phone.platform()) {
      case IOS ->
          Map.of(
              COLLAPSE_ID, text(ended.job().toString()),
              PUSH_TYPE, text("alert"),
              PRIORITY, text("10"));
      case ANDROID -> Map.of();
    };
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /// A text for each platform, itself JSON; `default` is what SNS demands and no phone sees.
  private static Map<String, String> perPlatform(Phone phone, Ended ended, String title) {
    return switch (phone.platform()) {
      case IOS -> {
        String apns = JSON.writeValueAsString(Apns.of(ended, title));
        // Which of the two it is, the platform application of the endpoint decides.
        yield Map.of("default", title, "APNS", apns, "APNS_SANDBOX", apns);
      }
      case ANDROID ->
          Map.of("default", title, "GCM", JSON.writeValueAsString(Fcm.of(ended, title)));
    };
  }

  private record Apns(Aps aps, String jobId, String status) {

    static Apns of(Ended ended, String title) {
      return new Apns(new Aps(new Alert(title), "default"), ended.job().toString(), ended.status());
    }

    record Aps(Alert alert, String sound) {}

    record Alert(String title) {}
  }

  private record Fcm(FcmV1Message fcmV1Message) {

    static Fcm of(Ended ended, String title) {
      String job = ended.job().toString();
      return new Fcm(
          new FcmV1Message(
              new Message(
                  new Notification(title),
                  EndedMessage.of(ended),
                  new Android(job, "high", new AndroidNotification(job)))));
    }

    record FcmV1Message(Message message) {}

    record Message(Notification notification, EndedMessage data, Android android) {}

    record Notification(String title) {}

    /// @param collapseKey of messages waiting for a phone, the last one stays
    record Android(
        @JsonProperty("collapse_key") String collapseKey,
        String priority,
        AndroidNotification notification) {}

    /// @param tag replaces a notification already shown
    record AndroidNotification(String tag) {}
  }
}
