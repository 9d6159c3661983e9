package app.oddiya.adapters.aws;

import app.oddiya.domain.shared.Deadline;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.EndpointDisabledException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Messages through SNS platform endpoints, whichever context they come from.
///
/// Apple's collapse id is a message attribute, Android's collapse key a field of the FCM v1 message
/// (SNS developer guide, "Using message attributes for mobile push" and "Using Google Firebase
/// Cloud Messaging v1 payloads").
///
/// Public for the packages below this one only.
public final class PhoneMessages {

  private static final ObjectMapper JSON = JsonMapper.shared();
  private static final String COLLAPSE_ID = "AWS.SNS.MOBILE.APNS.COLLAPSE_ID";
  private static final String PUSH_TYPE = "AWS.SNS.MOBILE.APNS.PUSH_TYPE";
  private static final String PRIORITY = "AWS.SNS.MOBILE.APNS.PRIORITY";

  private final SnsClient sns;
  private final AwsCalls calls;

  public PhoneMessages(SnsClient sns, InstantSource clock) {
    this.sns = sns;
    this.calls = new AwsCalls("push", clock);
  }

  /// The two kinds of push there are.
  public enum Platform {
    IOS,
    ANDROID
  }

  /// A message.
  ///
  /// @param title what a phone shows
  /// @param collapseId of messages with the same one a phone shows the last
  /// @param data for the app
  public record Message(String title, String collapseId, Map<String, String> data) {}

  /// @param endpoint of SNS
  /// @return whether it was handed over; not, if the endpoint is disabled or gone
  /// @throws app.oddiya.domain.shared.Unavailable if it is not known to have been handed over
  public boolean send(Platform platform, String endpoint, Message message, Deadline deadline) {
    String text = JSON.writeValueAsString(perPlatform(platform, message));
    return calls.call(
        () -> {
          try {
            sns.publish(
                p ->
                    p.targetArn(endpoint)
                        .messageStructure("json")
                        .message(text)
                        .messageAttributes(attributes(platform, message))
                        .overrideConfiguration(calls.within(deadline)));
            return true;
          } catch (EndpointDisabledException | NotFoundException e) {
            return false;
          } catch (InvalidParameterException e) {
            if (isUnknownEndpoint(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  /// SNS has no code of its own for an endpoint that was deleted.
  private static boolean isUnknownEndpoint(InvalidParameterException e) {
    return String.valueOf(e.getMessage()).contains("No endpoint found");
  }

  private static Map<String, MessageAttributeValue> attributes(Platform platform, Message message) {
    return switch (platform) {
      case IOS ->
          Map.of(
              COLLAPSE_ID, text(message.collapseId),
              PUSH_TYPE, text("alert"),
              PRIORITY, text("10"));
      case ANDROID -> Map.of();
    };
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /// A text for each platform, itself JSON; `default` is what SNS demands and no phone sees.
  private static Map<String, String> perPlatform(Platform platform, Message message) {
    return switch (platform) {
      case IOS -> {
        String apns = JSON.writeValueAsString(apns(message));
        // Which of the two it is, the platform application of the endpoint decides.
        yield Map.of("default", message.title, "APNS", apns, "APNS_SANDBOX", apns);
      }
      case ANDROID ->
          Map.of("default", message.title, "GCM", JSON.writeValueAsString(Fcm.of(message)));
    };
  }

  private static Map<String, Object> apns(Message message) {
    Map<String, Object> apns = new LinkedHashMap<>();
    apns.put("aps", new Aps(new Aps.Alert(message.title), "default"));
    apns.putAll(message.data);
    return apns;
  }

  private record Aps(Alert alert, String sound) {

    record Alert(String title) {}
  }

  private record Fcm(FcmV1Message fcmV1Message) {

    static Fcm of(Message message) {
      return new Fcm(
          new FcmV1Message(
              new FcmMessage(
                  new Notification(message.title),
                  message.data,
                  new Android(
                      message.collapseId, "high", new AndroidNotification(message.collapseId)))));
    }

    record FcmV1Message(FcmMessage message) {}

    record FcmMessage(Notification notification, Map<String, String> data, Android android) {}

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
