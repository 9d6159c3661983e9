package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.FieldError;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Range;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.adapters.web.json.Wire;
import java.util.List;
import java.util.Optional;

/// A problem as it stands on the wire.
@Doc("A problem document of RFC 9457, as every error is answered.")
@Named("Problem")
record ProblemDocument(
    @Doc("Names the kind of problem, one to one with code.") @Text(format = "uri") String type,
    String title,
    @Range(min = 400, max = 599) int status,
    String detail,
    @Doc("The path that was asked for.") @Text(format = "uri-reference") String instance,
    @Doc("Stable: what a program decides by.") @Text(pattern = "^[a-z0-9_]+$") String code,
    @Doc("As in X-Request-Id.") String requestId,
    @Doc("What is wrong with single fields, all of it.") Optional<List<FieldError>> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static byte[] write(Problem problem, String instance, String requestId) {
    ProblemDocument document =
        new ProblemDocument(
            "urn:oddiya:problem:" + problem.code(),
            problem.title(),
            problem.status(),
            problem.detail(),
            instance,
            problem.code(),
            requestId,
            Optional.of(problem.errors()).filter(errors -> !errors.isEmpty()));
    return problem.extension().isPresent()
        ? Wire.writeExtended(document, problem.extension().get())
        : Wire.write(document);
  }
}
