package app.oddiya.adapters.services.video;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Phones;
import java.util.List;

/// Devices behind `GET /internal/users/{id}/devices` of the user service.
final class HttpPhones implements Phones {

  private final ServiceClient user;

  HttpPhones(ServiceClient user) {
    this.user = user;
  }

  @Override
  public List<Phone> of(UserId owner, Deadline deadline) {
    Answer answer = user.send(Call.get("/internal/users/{}/devices", owner), deadline);
    return switch (answer.status()) {
      case 200 ->
          answer.json(Listed.class).items().stream()
              .map(item -> new Phone(platform(item, answer), item.endpointArn(), item.locale()))
              .toList();
      case 404 -> List.of();
      default -> throw answer.unexpected();
    };
  }

  private static Platform platform(Item item, Answer answer) {
    return switch (item.platform()) {
      case "ios" -> Platform.IOS;
      case "android" -> Platform.ANDROID;
      default -> throw answer.unexpected();
    };
  }

  private record Listed(List<Item> items) {}

  private record Item(String deviceId, String platform, String endpointArn, String locale) {}
}
