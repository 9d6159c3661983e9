package app.oddiya.apps.user;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.application.identity.ReadProfile;
import app.oddiya.application.identity.RegisterDevice;
import app.oddiya.application.identity.RemoveDevice;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushToken;
import app.oddiya.domain.identity.account.User;

/// Which devices people are pushed to.
final class DeviceRoutes {

  private final ReadProfile readProfile;
  private final RegisterDevice registerDevice;
  private final RemoveDevice removeDevice;

  DeviceRoutes(ReadProfile readProfile, RegisterDevice registerDevice, RemoveDevice removeDevice) {
    this.readProfile = readProfile;
    this.registerDevice = registerDevice;
    this.removeDevice = removeDevice;
  }

  @Doc("A device, as the app on it knows it.")
  record NewDevice(
      Platform platform,
      @Doc("What Apple or Google gave to the app.")
          @Text(min = 1, max = 4096, pattern = PushToken.FORM)
          String pushToken) {}

  Routes below(String prefix) {
    String path = prefix + "/users/me/devices/{deviceId}";
    return Routes.of(
        Route.put(path, Caller.user())
            .summary("Push to a device of the caller")
            .where("deviceId", DeviceId.FORM)
            .json(NewDevice.class)
            .answersNothing(204, "Pushes go there from now on")
            .finding(call -> readProfile.read(call.user(), call.deadline()))
            .handledBy(this::register),
        Route.delete(path, Caller.user())
            .summary("Push to a device no longer")
            .where("deviceId", DeviceId.FORM)
            .answersNothing(204, "No pushes go there, whether or not they did before")
            .handledBy(this::remove));
  }

  private Answer register(Call call, User user) {
    NewDevice device = call.body(NewDevice.class);
    RegisterDevice.Outcome outcome =
        registerDevice.register(
            user.id(),
            new DeviceId(call.path("deviceId")),
            device.platform(),
            new PushToken(device.pushToken()),
            call.deadline());
    return switch (outcome) {
      case REGISTERED -> Answer.noContent();
      case INVALID_TOKEN ->
          Problem.invalid("/pushToken", "invalid_token", "No device has this token.");
    };
  }

  private Answer remove(Call call) {
    removeDevice.remove(call.user(), new DeviceId(call.path("deviceId")), call.deadline());
    return Answer.noContent();
  }
}
