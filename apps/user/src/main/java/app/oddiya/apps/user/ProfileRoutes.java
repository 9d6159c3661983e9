package app.oddiya.apps.user;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.IfMatch;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.application.identity.ChangeProfile;
import app.oddiya.application.identity.ReadProfile;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.LanguageTag;
import app.oddiya.domain.identity.account.ProfileChange;
import app.oddiya.domain.identity.account.ProfileUpdate;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.account.User;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What people see and change of their own account.
final class ProfileRoutes {

  private final ReadProfile readProfile;
  private final ChangeProfile changeProfile;

  ProfileRoutes(ReadProfile readProfile, ChangeProfile changeProfile) {
    this.readProfile = readProfile;
    this.changeProfile = changeProfile;
  }

  @Named("User")
  record UserView(
      String id,
      @Nullable String email,
      @Nullable String name,
      Provider provider,
      String locale,
      Currency homeCurrency,
      Instant createdAt) {

    static UserView of(User user) {
      return new UserView(
          user.id().toString(),
          user.email().map(EmailAddress::value).orElse(null),
          user.name().map(DisplayName::value).orElse(null),
          user.identity().provider(),
          user.locale().value(),
          user.homeCurrency(),
          user.createdAt());
    }
  }

  @Named("UserChange")
  record UserPatch(
      @Text(min = 1, max = DisplayName.MAX_CODE_POINTS, pattern = DisplayName.FORM)
          Optional<String> name,
      @Text(pattern = LanguageTag.FORM) Optional<String> locale,
      Optional<Currency> homeCurrency) {

    ProfileChange change() {
      return new ProfileChange(
          name.map(DisplayName::new), locale.map(LanguageTag::new), homeCurrency);
    }
  }

  record Conditions(@Named("If-Match") @Text(pattern = IfMatch.FORM) Optional<String> ifMatch) {

    Optional<IfMatch> states() {
      return ifMatch.flatMap(IfMatch::parse);
    }
  }

  Routes below(String prefix) {
    return Routes.of(
        Route.get(prefix + "/users/me", Caller.user())
            .summary("The account of the caller")
            .answers(200, UserView.class, "The account", "ETag")
            .refuses(404, "not_found", "The account is gone.")
            .finding(this::self)
            .handledBy((_, user) -> shown(user)),
        Route.patch(prefix + "/users/me", Caller.user())
            .summary("Change name, locale or home currency")
            .headers(Conditions.class)
            .mergePatch(UserPatch.class)
            .answers(200, UserView.class, "The account as it is now", "ETag")
            .refuses(404, "not_found", "The account is gone.")
            .refuses(412, "precondition_failed", "It has changed since it was read.")
            .finding(this::self)
            .handledBy(this::change));
  }

  private Optional<User> self(Call call) {
    return readProfile.read(call.user(), call.deadline());
  }

  private Answer change(Call call, User user) {
    Optional<IfMatch> states = call.headers(Conditions.class).states();
    ProfileChange change = call.body(UserPatch.class).change();
    if (states.filter(it -> !it.allows(tag(user))).isPresent()) {
      return Problem.preconditionFailed();
    }
    OptionalLong basedOn =
        states.filter(IfMatch.OneOf.class::isInstance).isPresent()
            ? OptionalLong.of(user.version())
            : OptionalLong.empty();
    return switch (changeProfile.change(user.id(), change, basedOn, call.deadline())) {
      case ProfileUpdate.Done(User changed) -> shown(changed);
      case ProfileUpdate.Stale() -> Problem.preconditionFailed();
      case ProfileUpdate.NoSuchUser() -> Problem.notFound();
    };
  }

  private static Answer shown(User user) {
    return Reply.json(200, UserView.of(user)).withETag(tag(user));
  }

  private static String tag(User user) {
    return Long.toString(user.version());
  }
}
