package app.oddiya.apps.auth;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Errors;
import app.oddiya.adapters.web.json.FieldRule;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Text;
import app.oddiya.application.identity.ReceiveProviderCallback.Answer;
import app.oddiya.domain.identity.account.DisplayName;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a provider sends back with a person, in a query or a form (RFC 6749, section 4.1.2). It may
/// send more; that is not listened to.
@FieldRule.Of(ProviderAnswer.CodeOrError.class)
record ProviderAnswer(
    @Text(min = 1, max = 512) String state,
    @Doc("The provider's own code.") @Text(min = 1, max = 4096) Optional<String> code,
    @Doc("Why there is no code.") @Text(min = 1, max = 256) Optional<String> error,
    @Doc("Who answers (RFC 9207).") @Text(max = 512) Optional<String> iss,
    @Doc("Apple's JSON with the person's name, once.") @Text(max = 4096) Optional<String> user) {

  static final class CodeOrError implements FieldRule {
    @Override
    public void check(Fields fields, Errors errors) {
      if (fields.valid("code", String.class).isEmpty()
          && fields.valid("error", String.class).isEmpty()) {
        errors.add(fields.pointer("code"), "missing", "A code or an error is expected.");
      }
    }
  }

  Answer answer() {
    return error
        .<Answer>map(Answer.Error::new)
        .orElseGet(() -> new Answer.Code(code.orElseThrow()));
  }

  /// First and last name as Apple writes them. Whatever else stands there is no reason to keep
  /// somebody from signing in: they have no name then, and can give themselves one.
  Optional<DisplayName> displayName() {
    Optional<Json> name = user.flatMap(ProviderAnswer::parsed).flatMap(it -> member(it, "name"));
    String full =
        Stream.of("firstName", "lastName")
            .flatMap(part -> name.flatMap(it -> member(it, part)).stream())
            .filter(Json.Str.class::isInstance)
            .map(part -> ((Json.Str) part).value().strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return DisplayName.fitting(full);
  }

  private static Optional<Json> parsed(String json) {
    try {
      return Optional.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedJson noName) {
      return Optional.empty();
    }
  }

  private static Optional<Json> member(Json value, String name) {
    return value instanceof Json.Obj(Map<String, Json> members)
        ? Optional.ofNullable(members.get(name))
        : Optional.empty();
  }
}
