package app.oddiya.adapters.services.identity;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.ByteStream;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/// Keepers behind `DELETE /internal/users/{id}` and `GET /internal/users/{id}/export` of each.
final class HttpKeepers implements Keepers {

  private static final String ZIP = "application/zip";

  private final Map<Keeper, ServiceClient> services;

  HttpKeepers(Map<Keeper, ServiceClient> services) {
    this.services = services;
  }

  @Override
  public void forget(Keeper keeper, UserId user, Deadline deadline) {
    Answer answer = service(keeper).send(Call.delete("/internal/users/{}", user), deadline);
    if (answer.status() != 204) {
      throw answer.unexpected();
    }
  }

  @Override
  public InputStream open(Keeper keeper, UserId user, Deadline deadline) {
    Call call = Call.get("/internal/users/{}/export", user);
    return switch (service(keeper).open(call, ZIP, deadline)) {
      case ByteStream bytes -> bytes;
      case Answer answer -> throw answer.unexpected();
    };
  }

  private ServiceClient service(Keeper keeper) {
    return Objects.requireNonNull(services.get(keeper), keeper::code);
  }
}
