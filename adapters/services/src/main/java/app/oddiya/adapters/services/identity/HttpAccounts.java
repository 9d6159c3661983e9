package app.oddiya.adapters.services.identity;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.domain.identity.account.Accounts;
import app.oddiya.domain.identity.account.DisplayName;
import app.oddiya.domain.identity.account.EmailAddress;
import app.oddiya.domain.identity.account.ProviderProfile;
import app.oddiya.domain.identity.account.Registration;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/// Accounts behind `POST /internal/users` of the user service.
final class HttpAccounts implements Accounts {

  private final ServiceClient user;

  HttpAccounts(ServiceClient user) {
    this.user = user;
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record NewUser(
      String provider, String providerId, Optional<String> email, Optional<String> name) {

    static NewUser of(ProviderProfile profile) {
      return new NewUser(
          profile.identity().provider().code(),
          profile.identity().providerId(),
          profile.email().map(EmailAddress::value),
          profile.name().map(DisplayName::value));
    }
  }

  private record Known(String id) {}

  @Override
  public Registration findOrCreate(ProviderProfile profile, Deadline deadline) {
    // Finding what an earlier, lost answer has created is as good as creating it.
    Call call = Call.post("/internal/users").json(NewUser.of(profile)).idempotently();
    Answer answer = user.send(call, deadline);
    return switch (answer.status()) {
      case 200 -> new Registration(id(answer), false);
      case 201 -> new Registration(id(answer), true);
      default -> throw answer.unexpected();
    };
  }

  private static UserId id(Answer answer) {
    return Optional.ofNullable(answer.json(Known.class).id())
        .flatMap(UserId::parse)
        .orElseThrow(answer::unexpected);
  }
}
