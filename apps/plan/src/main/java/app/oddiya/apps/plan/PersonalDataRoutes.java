package app.oddiya.apps.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Archive;
import app.oddiya.adapters.web.ByteSource;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Inlined;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.application.planning.ExportPlans;
import app.oddiya.application.planning.ExportRevisions;
import app.oddiya.application.planning.ExportShares;
import app.oddiya.application.planning.ForgetTraveller;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.shared.UserId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the user service asks of everybody who holds something of a user: all of it, or to forget
/// it.
final class PersonalDataRoutes {

  private static final String ZIP = "application/zip";
  private static final String ID = "[1-9][0-9]{0,17}";

  private final ExportPlans exportPlans;
  private final ExportRevisions exportRevisions;
  private final ExportShares exportShares;
  private final ForgetTraveller forgetTraveller;

  PersonalDataRoutes(
      ExportPlans exportPlans,
      ExportRevisions exportRevisions,
      ExportShares exportShares,
      ForgetTraveller forgetTraveller) {
    this.exportPlans = exportPlans;
    this.exportRevisions = exportRevisions;
    this.exportShares = exportShares;
    this.forgetTraveller = forgetTraveller;
  }

  Routes all() {
    return Routes.of(
        Route.delete("/internal/users/{id}", Caller.internal("user"))
            .summary("Forget a user")
            .where("id", ID)
            .answersNothing(204, "Nothing is left, and nothing can be written any more")
            .handledBy(this::forget),
        Route.get("/internal/users/{id}/export", Caller.internal("user"))
            .summary("All plans of a user")
            .where("id", ID)
            .answersDocument(
                200,
                ZIP,
                "plans.json, revisions.json and shares.json, whose lists are empty for nobody")
            .handledBy(this::export));
  }

  private Answer forget(Call call) {
    forgetTraveller.forget(user(call), call.deadline());
    return Answer.noContent();
  }

  private Answer export(Call call) {
    return Reply.bytes(
        200,
        ZIP,
        new Export(
            exportPlans.export(user(call)),
            exportRevisions.export(user(call)),
            exportShares.export(user(call))));
  }

  private static UserId user(Call call) {
    return UserId.parse(call.path("id")).orElseThrow();
  }

  /// A proposal, and which plan it is for.
  record ExportedRevision(String planId, @Inlined RevisionView revision) {

    static ExportedRevision of(Revision revision) {
      return new ExportedRevision(revision.plan().toString(), RevisionView.of(revision));
    }
  }

  /// When links to a plan were made.
  record ExportedShares(String planId, List<Instant> madeAt) {

    static ExportedShares of(ExportShares.Shared shared) {
      return new ExportedShares(shared.plan().toString(), shared.made());
    }
  }

  private record Export(
      ExportPlans.Export plans, ExportRevisions.Export revisions, ExportShares.Export shares)
      implements ByteSource {

    @Override
    public void writeTo(OutputStream out) throws IOException {
      Archive archive = new Archive(out);
      archive.add("plans.json", json -> writeList(json, () -> plans.next().map(PlanView::of)));
      archive.add(
          "revisions.json",
          json -> writeList(json, () -> revisions.next().map(ExportedRevision::of)));
      archive.add(
          "shares.json", json -> writeList(json, () -> shares.next().map(ExportedShares::of)));
      archive.finish();
    }

    /// @param next gives one wire record after the other
    private static void writeList(OutputStream json, Supplier<Optional<?>> next)
        throws IOException {
      json.write('[');
      Optional<?> record = next.get();
      while (record.isPresent()) {
        json.write(Wire.write(record.get()));
        record = next.get();
        json.write((record.isPresent() ? ",\n" : "").getBytes(US_ASCII));
      }
      json.write(']');
    }

    @Override
    public void close() {}
  }
}
