package app.oddiya.apps.user;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.identity.DeleteAccount;
import app.oddiya.application.identity.ExportAccount;
import java.time.Duration;

/// The account as a whole: taken along, and given up.
final class AccountRoutes {

  private static final String ZIP = "application/zip";

  /// To open it; how long it takes to be read is the caller's.
  private static final Duration OPENING = Duration.ofSeconds(15);

  private final DeleteAccount deleteAccount;
  private final ExportAccount exportAccount;

  AccountRoutes(DeleteAccount deleteAccount, ExportAccount exportAccount) {
    this.deleteAccount = deleteAccount;
    this.exportAccount = exportAccount;
  }

  Routes below(String prefix) {
    return Routes.of(
        Route.delete(prefix + "/users/me", Caller.user())
            .summary("Delete the account and everything that is held of it")
            .description(
                "The account is gone with the answer; everything else follows, whatever fails"
                    + " meanwhile. For as long as an access token lives, writes with it are"
                    + " refused as account_deleted, and reads find nothing.")
            .answersNothing(202, "The account is gone, and the rest will be")
            .refuses(404, "not_found", "The account is gone.")
            .handledBy(this::delete),
        Route.get(prefix + "/users/me/export", Caller.user())
            .summary("All that is held of the caller")
            .description(
                "A ZIP with profile.json, devices.json and a folder each for sessions, plans and"
                    + " videos. Where the connection ends before the ZIP does, it is not whole.")
            .answersDocument(200, ZIP, "All of it", "Content-Disposition", "Cache-Control")
            .refuses(404, "not_found", "The account is gone.")
            .budget(OPENING)
            .handledBy(this::export));
  }

  private Answer delete(Call call) {
    return deleteAccount.delete(call.user(), call.deadline())
        ? Reply.empty(202)
        : Problem.notFound();
  }

  private Answer export(Call call) {
    return exportAccount
        .open(call.user(), call.deadline())
        .<Answer>map(
            export ->
                Reply.bytes(200, ZIP, new AccountArchive(export))
                    .with("Content-Disposition", "attachment; filename=\"oddiya-export.zip\"")
                    .with("Cache-Control", "no-store"))
        .orElseGet(Problem::notFound);
  }
}
