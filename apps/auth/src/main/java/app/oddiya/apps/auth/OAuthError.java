package app.oddiya.apps.auth;

import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.json.Named;
import java.util.Set;

/// How OAuth says that something went wrong (RFC 6749, section 5.2; RFC 8693, section 2.2.2).
@Named("OAuthError")
record OAuthError(String error, @Named("error_description") String errorDescription) {

  private static final Set<String> OF_THE_STANDARD =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope",
          "invalid_target");

  static Reply of(Problem problem) {
    String error = OF_THE_STANDARD.contains(problem.code()) ? problem.code() : "invalid_request";
    // The standard leaves quotes, backslashes and everything beyond ASCII out of descriptions.
    String description = problem.detail().replaceAll("[^ !#-\\[\\]-~]", "'");
    return Reply.json(problem.status(), new OAuthError(error, description))
        .with("Cache-Control", "no-store")
        .with("Pragma", "no-cache");
  }
}
