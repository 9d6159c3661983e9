package app.oddiya.apps.auth;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Reply;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.application.identity.RefreshSession;
import app.oddiya.application.identity.RevokeSession;
import app.oddiya.application.identity.Tokens;
import app.oddiya.apps.auth.TokensView.TokenType;
import app.oddiya.domain.identity.session.AccessToken;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The token and revocation endpoints, in the words of RFC 6749 and RFC 7009.
final class TokenRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(TokenRoutes.class);

  private final RefreshSession refreshSession;
  private final RevokeSession revokeSession;

  TokenRoutes(RefreshSession refreshSession, RevokeSession revokeSession) {
    this.refreshSession = refreshSession;
    this.revokeSession = revokeSession;
  }

  record TokenRequest(
      @Named("grant_type") @Doc("`refresh_token`") String grantType,
      @Named("refresh_token") Optional<String> refreshToken) {}

  record RevocationRequest(
      String token,
      @Named("token_type_hint") @Doc("Not needed to find the token.")
          Optional<String> tokenTypeHint) {}

  /// RFC 6749, section 5.1.
  record TokenResponse(
      @Named("access_token") String accessToken,
      @Named("token_type") TokenType tokenType,
      @Named("expires_in") @Doc("Seconds.") long expiresIn,
      @Named("refresh_token") String refreshToken,
      @Named("refresh_expires_in") @Doc("Seconds.") long refreshExpiresIn) {

    static TokenResponse of(Tokens tokens) {
      return new TokenResponse(
          tokens.access().value(),
          TokenType.BEARER,
          AccessToken.LIFETIME.toSeconds(),
          tokens.refresh().text(),
          tokens.refreshExpiresIn().toSeconds());
    }
  }

  Routes all() {
    return Routes.of(
        Route.post("/oauth2/token", Caller.anyone())
            .summary("Exchange a refresh token for the next one and a new access token")
            .form(TokenRequest.class)
            .answers(200, TokenResponse.class, "Still signed in", "Cache-Control")
            .refusesAs(OAuthError.class, OAuthError::of)
            .refuses(400, "invalid_grant", "The person has to sign in again.")
            .refuses(400, "unsupported_grant_type", "Only refresh_token is taken.")
            .handledBy(this::token),
        Route.post("/oauth2/revoke", Caller.anyone())
            .summary("Sign out: end the session of a refresh token")
            .form(RevocationRequest.class)
            .answersNothing(200, "The token, whatever it was, is of no use any longer")
            .refusesAs(OAuthError.class, OAuthError::of)
            .handledBy(this::revoke));
  }

  private Answer token(Call call) {
    TokenRequest request = call.body(TokenRequest.class);
    // RFC 6749, section 3.2: a parameter without a value counts as not sent.
    if (request.grantType().isEmpty()) {
      return invalidRequest("grant_type is missing.");
    }
    if (!request.grantType().equals("refresh_token")) {
      return Problem.of(
          400, "unsupported_grant_type", "Unsupported grant", "Only refresh_token is taken.");
    }
    Optional<String> presented = request.refreshToken().filter(token -> !token.isEmpty());
    if (presented.isEmpty()) {
      return invalidRequest("refresh_token is missing.");
    }
    return switch (refreshSession.refresh(presented.get(), call.deadline())) {
      case RefreshSession.Outcome.Refreshed(Tokens tokens) ->
          Reply.json(200, TokenResponse.of(tokens))
              .with("Cache-Control", "no-store")
              .with("Pragma", "no-cache");
      case RefreshSession.Outcome.Refused(var reason) -> {
        LOG.atInfo()
            .addKeyValue("event", "refresh_refused")
            .addKeyValue("reason", reason)
            .log("refresh refused");
        yield Problem.of(400, "invalid_grant", "Invalid grant", "Sign in again.");
      }
    };
  }

  private Answer revoke(Call call) {
    RevocationRequest request = call.body(RevocationRequest.class);
    if (request.token().isEmpty()) {
      return invalidRequest("token is missing.");
    }
    revokeSession.revoke(request.token(), call.deadline());
    return Reply.empty(200).with("Cache-Control", "no-store");
  }

  private static Problem invalidRequest(String detail) {
    return Problem.of(400, "invalid_request", "Invalid request", detail);
  }
}
