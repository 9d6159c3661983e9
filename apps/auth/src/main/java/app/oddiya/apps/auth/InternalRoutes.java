package app.oddiya.apps.auth;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.identity.ExportSessions;
import app.oddiya.application.identity.ForgetUser;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.util.Optional;

/// What the user service asks when somebody deletes their account or wants to see what is held of
/// them.
final class InternalRoutes {

  private static final String ZIP = "application/zip";

  /// Apple is waited for.
  private static final Duration DELETION_BUDGET = Duration.ofSeconds(20);

  private final ForgetUser forgetUser;
  private final ExportSessions exportSessions;

  InternalRoutes(ForgetUser forgetUser, ExportSessions exportSessions) {
    this.forgetUser = forgetUser;
    this.exportSessions = exportSessions;
  }

  Routes all() {
    return Routes.of(
        Route.delete("/internal/users/{id}", Caller.internal("user"))
            .summary("End all sessions of a deleted user, and tell the provider")
            .description(
                "Idempotent. 503 if the provider could not be told: the sessions are over, and the"
                    + " call is to be made again.")
            .answersNothing(204, "Nothing is held any longer")
            .budget(DELETION_BUDGET)
            .finding(InternalRoutes::user)
            .handledBy(this::delete),
        Route.get("/internal/users/{id}/export", Caller.internal("user"))
            .summary("What is held of a user here")
            .answersDocument(200, ZIP, "sessions.json in a ZIP; it holds no secret")
            .finding(InternalRoutes::user)
            .handledBy(this::export));
  }

  /// A path that names nobody names nothing.
  private static Optional<UserId> user(Call call) {
    return UserId.parse(call.path("id"));
  }

  private Answer delete(Call call, UserId user) {
    forgetUser.forget(user, call.deadline());
    return Answer.noContent();
  }

  private Answer export(Call call, UserId user) {
    ExportSessions.Held held = exportSessions.export(user, call.deadline());
    return Reply.bytes(200, ZIP, new SessionsArchive(held)).with("Cache-Control", "no-store");
  }
}
