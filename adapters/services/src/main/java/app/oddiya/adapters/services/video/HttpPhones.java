package app.oddiya.adapters.services.video;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
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
      case 200 -> phones(answer);
      case 404 -> List.of();
      default -> throw answer.unexpected();
    };
  }

  private static List<Phone> phones(Answer answer) {
    try {
      return Wire.readAnswer(Listed.class, answer.bytes()).items().stream()
          .map(item -> new Phone(item.platform(), item.endpointArn(), item.locale()))
          .toList();
    } catch (MalformedJson | InvalidFields e) {
      throw answer.unexpected();
    }
  }

  private record Listed(List<Item> items) {}

  private record Item(Platform platform, String endpointArn, String locale) {}
}
