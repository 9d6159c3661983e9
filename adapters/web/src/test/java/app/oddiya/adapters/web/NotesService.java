package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Clearable;
import app.oddiya.adapters.web.json.Listing;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A small service with a route of every kind, for tests of the kit.
final class NotesService implements AutoCloseable {

  record NewNote(
      @Text(min = 1, max = 20) String title,
      Optional<LocalDate> date,
      @Size(max = 3) @Text(max = 10) Optional<List<String>> tags) {}

  record Note(String id, String title, Optional<LocalDate> date) {}

  record Patch(@Text(min = 1, max = 20) Optional<String> title, Clearable<String> notes) {}

  record Step(int done) {}

  record Idempotent(@Named("Idempotency-Key") UUID key) {}

  record Credentials(@Named("grant_type") @Text(min = 1) String grantType) {}

  record Granted(String token) {}

  record NotGranted(String error) {}

  record Conflict(List<String> conflicts) {}

  record Seen(String user, boolean token, String requestId, String traceparent, long budget) {}

  static final UserId DELETED = new UserId(404);

  private static final InstantSource CLOCK = InstantSource.system();

  /// What streams that wait for their end came to.
  final BlockingQueue<String> endings = new LinkedBlockingQueue<>();

  /// Opens what waits at `/slow`.
  final CountDownLatch slow = new CountDownLatch(1);

  /// Arrivals at `/slow`.
  final CountDownLatch arrived = new CountDownLatch(1);

  final RunningService running;

  private NotesService(Issuer issuer, Issuer plan) {
    Map<String, JWKSet> callers = Map.of("plan", plan.publicKeys(), "video", plan.publicKeys());
    Web web =
        new Web(
            "notes",
            "127.0.0.1",
            0,
            0,
            Issuer.NAME,
            URI.create("http://missing.invalid"),
            () -> callers);
    running =
        Service.of(web)
            .routes(routes())
            .keysFrom(issuer)
            .refusingDeleted((user, deadline) -> user.equals(DELETED))
            .start();
  }

  static NotesService start(Issuer issuer, Issuer plan) {
    return new NotesService(issuer, plan);
  }

  @Override
  public void close() {
    running.stop();
  }

  Routes routes() {
    return Routes.of(
        Route.get("/notes", Caller.user())
            .summary("The notes of the user")
            .paged()
            .answersListing(Note.class, "A page of notes")
            .handledBy(NotesService::list),
        Route.post("/notes", Caller.user())
            .summary("Keep a note")
            .json(NewNote.class)
            .bodyLimit(1_000)
            .answers(201, Note.class, "The note", "Location")
            .answersEvents(Map.of("step", Step.class, "note", Note.class), "As it is written")
            .refuses(422, "infeasible", "Cannot be", Conflict.class)
            .handledBy(this::add),
        Route.get("/notes/{id}", Caller.user())
            .summary("A note")
            .answers(200, Note.class, "The note", "ETag")
            .finding(NotesService::find)
            .handledBy((call, note) -> Reply.json(200, note).withETag("v1")),
        Route.patch("/notes/{id}", Caller.user())
            .summary("Change a note")
            .mergePatch(Patch.class)
            .bodyLimit(1_000)
            .needsIfMatch()
            .answers(200, Note.class, "The note", "ETag")
            .finding(NotesService::find)
            .handledBy(NotesService::change),
        Route.delete("/notes/{id}", Caller.user())
            .summary("Forget a note")
            .needsIfMatch()
            .answersNothing(204, "Forgotten")
            .finding(NotesService::find)
            .handledBy((call, note) -> guarded(call, Answer.noContent())),
        Route.get("/notes/{id}.ics", Caller.user())
            .summary("A note as a calendar")
            .answersDocument(200, "text/calendar", "The calendar")
            .finding(NotesService::find)
            .handledBy((call, note) -> Reply.document(200, "text/calendar", "가")),
        Route.get("/notes/latest", Caller.user())
            .summary("The latest note")
            .answers(200, Note.class, "The note")
            .handledBy(call -> Answer.ok(new Note("9", "latest", Optional.empty()))),
        Route.put("/once", Caller.user())
            .summary("With a key")
            .headers(Idempotent.class)
            .answersNothing(204, "Done")
            .handledBy(
                call -> {
                  call.headers(Idempotent.class);
                  return Answer.noContent();
                }),
        Route.post("/token", Caller.anyone())
            .summary("As RFC 6749 wants it")
            .form(Credentials.class)
            .answers(200, Granted.class, "Granted", "Cache-Control")
            .refusesAs(NotGranted.class, NotesService::notGranted)
            .handledBy(
                call ->
                    Reply.json(200, new Granted(call.body(Credentials.class).grantType()))
                        .with("Cache-Control", "no-store")),
        Route.get("/broken", Caller.anyone())
            .summary("Throws")
            .answersNothing(204, "Never")
            .handledBy(
                call -> {
                  throw new IllegalStateException("secret");
                }),
        Route.get("/undeclared", Caller.anyone())
            .summary("Answers what it does not say")
            .answersNothing(204, "Never")
            .handledBy(call -> Answer.ok(new Step(1))),
        Route.get("/outage", Caller.anyone())
            .summary("Depends on what is down")
            .answersNothing(204, "Never")
            .handledBy(
                call -> {
                  throw new Unavailable("database", new IOException("secret"));
                }),
        Route.get("/slow", Caller.anyone())
            .summary("Waits")
            .answers(200, Step.class, "At last")
            .handledBy(call -> waitForIt()),
        Route.get("/events/{kind}", Caller.anyone())
            .summary("Streams of several kinds")
            .answersEvents(Map.of("step", Step.class), "Steps")
            .handledBy(call -> Answer.events(out -> stream(call.path("kind"), out))),
        Route.get("/bytes/{kind}", Caller.anyone())
            .summary("Bytes as they come")
            .answersDocument(200, "application/zip", "Them", "Content-Disposition")
            .handledBy(
                call ->
                    Reply.bytes(200, "application/zip", new Bytes(call.path("kind"), endings))
                        .with("Content-Disposition", "attachment")),
        Route.get("/seen", Caller.user())
            .summary("What the handler is told")
            .budget(Duration.ofSeconds(8))
            .answers(200, Seen.class, "It")
            .handledBy(NotesService::seen),
        Route.get("/internal/seen", Caller.internal("plan"))
            .summary("For a sibling")
            .answers(200, Seen.class, "It")
            .handledBy(NotesService::seen),
        Route.get("/internal/seen/{id}", Caller.internalForUser("video"))
            .summary("For a sibling on behalf of a user")
            .answers(200, Seen.class, "It")
            .handledBy(NotesService::seen));
  }

  private static Answer list(Call call) {
    Note note = new Note("1", "first of " + call.page().limit(), Optional.empty());
    return Answer.ok(
        Listing.of(
            new Page<>(List.of(note), call.page().after().map(at -> new Page.Cursor("next"))),
            each -> each));
  }

  private Answer add(Call call) {
    if (call.user().equals(DELETED)) {
      throw new AccountDeleted();
    }
    NewNote note = call.body(NewNote.class);
    if (note.title().equals("impossible")) {
      return Problem.of(422, "infeasible", "Infeasible", "It cannot be.")
          .extendedBy(new Conflict(List.of("/title")));
    }
    Note kept = new Note("2", note.title(), note.date());
    if (call.prefers("text/event-stream")) {
      return Answer.events(
          out -> {
            out.send("step", new Step(1));
            out.send("note", kept);
          });
    }
    return Answer.created(URI.create("/notes/2"), kept);
  }

  private static Optional<Note> find(Call call) {
    return call.path("id").equals("1")
        ? Optional.of(new Note("1", "first", Optional.empty()))
        : Optional.empty();
  }

  private static Answer change(Call call, Note note) {
    if (!call.ifMatch().allows("v1")) {
      return Problem.preconditionFailed();
    }
    Patch patch = call.body(Patch.class);
    return Reply.json(
            200, new Note(note.id(), patch.title().orElse(note.title()), Optional.empty()))
        .withETag("v2");
  }

  private static Answer guarded(Call call, Answer answer) {
    return call.ifMatch().allows("v1") ? answer : Problem.preconditionFailed();
  }

  private static Reply notGranted(Problem problem) {
    return Reply.json(problem.status(), new NotGranted("invalid_request"))
        .with("Cache-Control", "no-store");
  }

  private static Answer seen(Call call) {
    return Answer.ok(
        new Seen(
            call.actingFor().map(Object::toString).orElse(""),
            call.accessToken().isPresent(),
            call.requestId(),
            call.traceparent().orElse(""),
            call.deadline().remaining(CLOCK).toMillis()));
  }

  private Answer waitForIt() {
    arrived.countDown();
    try {
      slow.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Answer.ok(new Step(1));
  }

  private void stream(String kind, EventStream out) throws InterruptedException {
    switch (kind) {
      case "silent" -> {
        try {
          new CountDownLatch(1).await();
        } finally {
          endings.add("silent");
        }
      }
      case "refused" -> {
        out.send("step", new Step(1));
        throw Problem.of(422, "infeasible", "Infeasible", "It cannot be.").asException();
      }
      case "outage" -> throw new Unavailable("database", new IOException("secret"));
      case "bug" -> throw new IllegalStateException("secret");
      case "undeclared" -> out.send("surprise", new Step(1));
      default -> out.send("step", new Step(1));
    }
  }

  /// Bytes of several kinds; says in `endings` that it was closed.
  private record Bytes(String kind, BlockingQueue<String> endings) implements ByteSource {

    @Override
    public void writeTo(OutputStream out) throws IOException {
      switch (kind) {
        case "endless" -> {
          byte[] more = new byte[64 * 1024];
          while (true) {
            out.write(more);
            endings.add("wrote");
          }
        }
        case "broken" -> {
          out.write("half".getBytes(StandardCharsets.US_ASCII));
          out.flush();
          throw new IOException("secret");
        }
        case "bug" -> throw new IllegalStateException("secret");
        default -> out.write("whole".getBytes(StandardCharsets.US_ASCII));
      }
    }

    @Override
    public void close() {
      endings.add("closed");
    }
  }
}
