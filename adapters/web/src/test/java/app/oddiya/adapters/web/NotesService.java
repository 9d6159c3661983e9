package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Listing;
import app.oddiya.adapters.web.json.Size;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.domain.shared.Page;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small service with a route of every kind, for tests of the kit.
final class NotesService {

  record NewNote(
      @Text(min = 1, max = 20) String title,
      Optional<LocalDate> date,
      @Size(max = 3) @Text(max = 10) Optional<List<String>> tags) {}

  record Note(String id, String title, Optional<LocalDate> date) {}

  record Step(int done) {}

  private NotesService() {}

  static Routes routes() {
    return Routes.of(
        Route.get("/notes", Caller.user())
            .summary("The notes of the user")
            .paged()
            .answersListing(Note.class, "A page of notes")
            .handledBy(
                call ->
                    Answer.ok(
                        Listing.of(
                            new Page<>(
                                List.of(
                                    new Note(
                                        "1", "first " + call.page().limit(), Optional.empty())),
                                Optional.empty()),
                            note -> note))),
        Route.post("/notes", Caller.user())
            .summary("Keep a note")
            .json(NewNote.class)
            .bodyLimit(1_000)
            .answers(201, Note.class, "The note", "Location")
            .answersEvents(Map.of("step", Step.class, "note", Note.class), "As it is written")
            .handledBy(NotesService::add),
        Route.get("/notes/{id}", Caller.user())
            .summary("A note")
            .answers(200, Note.class, "The note", "ETag")
            .finding(call -> call.path("id").equals("1") ? Optional.of("1") : Optional.empty())
            .handledBy(
                (call, id) ->
                    Reply.json(200, new Note(id, "first", Optional.empty())).withETag("v1")),
        Route.delete("/notes/{id}", Caller.user())
            .summary("Forget a note")
            .needsIfMatch()
            .answersNothing(204, "Forgotten")
            .handledBy(
                call ->
                    call.ifMatch().allows("v1")
                        ? Answer.noContent()
                        : Problem.preconditionFailed()),
        Route.get("/broken", Caller.anyone())
            .summary("Throws")
            .answersNothing(204, "Never")
            .handledBy(
                call -> {
                  throw new IllegalStateException("secret");
                }),
        Route.get("/internal/notes/{id}", Caller.internal("plan"))
            .summary("For siblings")
            .answers(200, Note.class, "The note")
            .handledBy(
                call ->
                    Answer.ok(new Note(call.path("id"), call.callingService(), Optional.empty()))));
  }

  private static Answer add(Call call) {
    NewNote note = call.body(NewNote.class);
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

  static RunningService start(Issuer issuer, Issuer plan) {
    Map<String, JWKSet> callers = Map.of("plan", plan.publicKeys());
    Web web =
        new Web(
            "notes", "127.0.0.1", 0, 0, Issuer.NAME, URI.create("http://missing.invalid"), callers);
    return Service.of(web).routes(routes()).keysFrom(issuer).start();
  }
}
