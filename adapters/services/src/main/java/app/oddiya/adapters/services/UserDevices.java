package app.oddiya.adapters.services;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// Devices behind `GET /internal/users/{id}/devices` of the user service.
///
/// Public for the packages below this one only.
public final class UserDevices {

  private final ServiceClient user;

  public UserDevices(ServiceClient user) {
    this.user = user;
  }

  /// The two kinds of push there are.
  public enum Platform {
    IOS,
    ANDROID
  }

  /// @param locale of its user, a language tag
  public record Device(Platform platform, String endpointArn, String locale) {}

  /// The devices of `owner`; none for somebody who has none, or is gone.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if nobody answers in time
  public List<Device> of(UserId owner, Deadline deadline) {
    Answer answer = user.send(Call.get("/internal/users/{}/devices", owner), deadline);
    return switch (answer.status()) {
      case 200 -> devices(answer);
      case 404 -> List.of();
      default -> throw answer.unexpected();
    };
  }

  private static List<Device> devices(Answer answer) {
    try {
      return Wire.readAnswer(Listed.class, answer.bytes()).items();
    } catch (MalformedJson | InvalidFields e) {
      throw answer.unexpected();
    }
  }

  private record Listed(List<Device> items) {}
}
