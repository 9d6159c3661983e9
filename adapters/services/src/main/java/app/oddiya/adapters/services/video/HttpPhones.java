package app.oddiya.adapters.services.video;

import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.services.UserDevices;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Phones;
import java.util.List;

/// Phones as the user service knows them.
final class HttpPhones implements Phones {

  private final UserDevices devices;

  HttpPhones(ServiceClient user) {
    this.devices = new UserDevices(user);
  }

  @Override
  public List<Phone> of(UserId owner, Deadline deadline) {
    return devices.of(owner, deadline).stream()
        .map(it -> new Phone(platform(it.platform()), it.endpointArn(), it.locale()))
        .toList();
  }

  private static Platform platform(UserDevices.Platform platform) {
    return switch (platform) {
      case IOS -> Platform.IOS;
      case ANDROID -> Platform.ANDROID;
    };
  }
}
