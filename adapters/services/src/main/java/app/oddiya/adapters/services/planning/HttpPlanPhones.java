package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.services.UserDevices;
import app.oddiya.domain.planning.plan.PlanPhones;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.List;

/// Travellers' phones as the user service knows them.
final class HttpPlanPhones implements PlanPhones {

  private final UserDevices devices;

  HttpPlanPhones(ServiceClient user) {
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
