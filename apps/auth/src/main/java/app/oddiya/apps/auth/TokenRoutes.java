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
import app.oddiya.application.identity.ExchangeIdToken;
import app.oddiya.application.identity.IssueNonce;
import app.oddiya.application.identity.RefreshSession;
import app.oddiya.application.identity.RevokeSession;
import app.oddiya.application.identity.Tokens;
import app.oddiya.domain.identity.account.DisplayName;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The token and revocation endpoints, in the words of RFC 6749, RFC 8693 and RFC 7009, and the
/// nonces that go before an exchange.
final class TokenRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(TokenRoutes.class);

  private final IssueNonce issueNonce;
  private final ExchangeIdToken exchangeIdToken;
  private final RefreshSession refreshSession;
  private final RevokeSession revokeSession;

  TokenRoutes(
      IssueNonce issueNonce,
      ExchangeIdToken exchangeIdToken,
      RefreshSession refreshSession,
      RevokeSession revokeSession) {
    this.issueNonce = issueNonce;
    this.exchangeIdToken = exchangeIdToken;
    this.refreshSession = refreshSession;
    this.revokeSession = revokeSession;
  }

  record NonceView(
      @Doc("For the phone's own sign-in: as it is, or its SHA-256 in hexadecimal or base64url.")
          String nonce,
      @Doc("Seconds until it is too late.") long expiresIn) {}

  record RevocationRequest(
      String token,
      @Named("token_type_hint") @Doc("Not needed to find the token.")
          Optional<String> tokenTypeHint) {}

  Routes all() {
    return Routes.of(
        Route.post("/oauth2/nonces", Caller.anyone())
            .summary("A nonce for a sign-in that the phone does by itself")
            .answers(201, NonceView.class, "Good for one ID token", "Cache-Control")
            .handledBy(this::nonce),
        Route.post("/oauth2/token", Caller.anyone())
            .summary("A refresh token or a provider's ID token for tokens of ours")
            .description(
                "`refresh_token` gives the next refresh token; token exchange (RFC 8693) signs in"
                    + " with the ID token of a phone's own sign-in, which carries a nonce of ours.")
            .form(TokenRequest.class)
            .answers(200, TokenResponse.class, "Signed in", "Cache-Control")
            .refusesAs(OAuthError.class, OAuthError::of)
            .refuses(400, "invalid_grant", "The person has to sign in again.")
            .refuses(400, "invalid_request", "Also an ID token that does not hold (RFC 8693).")
            .refuses(400, "invalid_target", "Our tokens are for one audience only.")
            .refuses(400, "unsupported_grant_type", "There are two grants.")
            .refuses(429, "too_many_requests", "Too many sign-ins to this account.")
            .handledBy(this::token),
        Route.post("/oauth2/revoke", Caller.anyone())
            .summary("Sign out: end the session of a refresh token")
            .form(RevocationRequest.class)
            .answersNothing(200, "The token, whatever it was, is of no use any longer")
            .refusesAs(OAuthError.class, OAuthError::of)
            .handledBy(this::revoke));
  }

  private Answer nonce(Call call) {
    IssueNonce.Offer offer = issueNonce.issue(call.deadline());
    return Reply.json(201, new NonceView(offer.nonce().value(), offer.expiresIn().toSeconds()))
        .with("Cache-Control", "no-store");
  }

  private Answer token(Call call) {
    return switch (call.body(TokenRequest.class).grant()) {
      case TokenRequest.Grant.Refresh(String token) -> refresh(token, call);
      case TokenRequest.Grant.Exchange exchange -> exchange(exchange, call);
      case TokenRequest.Grant.Invalid(String error, String detail) -> refusal(error, detail);
    };
  }

  private Answer refresh(String token, Call call) {
    return switch (refreshSession.refresh(token, call.deadline())) {
      case RefreshSession.Outcome.Refreshed(Tokens tokens) -> given(TokenResponse.of(tokens));
      case RefreshSession.Outcome.Refused(var reason) -> {
        LOG.atInfo()
            .addKeyValue("event", "refresh_refused")
            .addKeyValue("reason", reason)
            .log("refresh refused");
        yield refusal("invalid_grant", "Sign in again.");
      }
    };
  }

  private Answer exchange(TokenRequest.Grant.Exchange exchange, Call call) {
    var request =
        new ExchangeIdToken.Request(
            exchange.idToken(),
            exchange.authorizationCode(),
            exchange.name().flatMap(DisplayName::fitting));
    return switch (exchangeIdToken.exchange(request, call.deadline())) {
      case ExchangeIdToken.Outcome.SignedIn(Tokens tokens) ->
          given(TokenResponse.ofExchange(tokens));
      case ExchangeIdToken.Outcome.Refused(String why) -> {
        LOG.atInfo()
            .addKeyValue("event", "exchange_refused")
            .addKeyValue("why", why)
            .log("token exchange refused");
        // RFC 8693, section 2.2.2: not invalid_grant.
        yield refusal("invalid_request", "The subject token does not hold. Sign in again.");
      }
      case ExchangeIdToken.Outcome.TooMany(Duration retryAfter) ->
          Problem.tooManyRequests(retryAfter);
    };
  }

  private static Reply given(TokenResponse response) {
    return Reply.json(200, response).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  private Answer revoke(Call call) {
    RevocationRequest request = call.body(RevocationRequest.class);
    if (request.token().isEmpty()) {
      return refusal("invalid_request", "token is missing.");
    }
    revokeSession.revoke(request.token(), call.deadline());
    return Reply.empty(200).with("Cache-Control", "no-store");
  }

  /// As a problem that [OAuthError] puts into the words of the standard.
  private static Problem refusal(String error, String detail) {
    return Problem.of(400, error, "Refused", detail);
  }
}
