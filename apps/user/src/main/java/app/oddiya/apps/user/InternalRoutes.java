package app.oddiya.apps.user;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.application.identity.FindOrCreateUser;
import app.oddiya.application.identity.ListDevices;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.Identity;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/// What sibling services ask.
final class InternalRoutes {

  private final FindOrCreateUser findOrCreateUser;
  private final ListDevices listDevices;

  InternalRoutes(FindOrCreateUser findOrCreateUser, ListDevices listDevices) {
    this.findOrCreateUser = findOrCreateUser;
    this.listDevices = listDevices;
  }

  record NewUser(
      Provider provider,
      @Text(pattern = Identity.PROVIDER_ID_FORM) String providerId,
      @Text(max = EmailAddress.MAX_LENGTH, pattern = EmailAddress.FORM) Optional<String> email,
      @Text(min = 1, max = DisplayName.MAX_CODE_POINTS, pattern = DisplayName.FORM)
          Optional<String> name) {

    ProviderProfile profile() {
      return new ProviderProfile(
          new Identity(provider, providerId),
          email.map(EmailAddress::new),
          name.map(DisplayName::new));
    }
  }

  record KnownUser(UserId id) {}

  record PushTarget(String deviceId, Platform platform, String endpointArn, String locale) {

    static PushTarget of(ListDevices.Addressee addressee) {
      return new PushTarget(
          addressee.device().id().value(),
          addressee.device().platform(),
          addressee.device().endpoint().arn(),
          addressee.locale().value());
    }
  }

  record PushTargets(List<PushTarget> items) {}

  Routes all() {
    return Routes.of(
        Route.post("/internal/users", Caller.internal("auth"))
            .summary("Find or create the account of an identity")
            .json(NewUser.class)
            .answers(200, KnownUser.class, "It was there")
            .answers(201, KnownUser.class, "It is new")
            .handledBy(this::findOrCreate),
        Route.get("/internal/users/{id}/devices", Caller.internal("plan", "video-worker"))
            .summary("Where a user is pushed to")
            .where("id", "[1-9][0-9]{0,17}")
            .answers(200, PushTargets.class, "All devices; none for an account that is gone")
            .handledBy(this::devices));
  }

  private Answer findOrCreate(Call call) {
    ProviderProfile profile = call.body(NewUser.class).profile();
    Registration registration = findOrCreateUser.findOrCreate(profile, call.deadline());
    return Reply.json(registration.isNew() ? 201 : 200, new KnownUser(registration.user()));
  }

  private Answer devices(Call call) {
    UserId owner = UserId.parse(call.path("id")).orElseThrow();
    return Answer.ok(
        new PushTargets(
            listDevices.list(owner, call.deadline()).stream().map(PushTarget::of).toList()));
  }
}
