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
  private final Pages pages;

  TokenRoutes(
      IssueNonce issueNonce,
      ExchangeIdToken exchangeIdToken,
      RefreshSession refreshSession,
      RevokeSession revokeSession,
      Pages pages) {
    this.issueNonce = issueNonce;
    this.exchangeIdToken = exchangeIdToken;
    this.refreshSession = refreshSession;
    this.revokeSession = revokeSession;
    this.pages = pages;
  }

  record NonceView(
      @Doc("For the phone's own sign-in: as it is, or its SHA-256 in hexadecimal or base64url.")
          String nonce,
      @Doc("Seconds until it is too late.") long expiresIn) {}

  record RevocationRequest(
      Optional<String> token,
      @Named("token_type_hint") @Doc("Not needed to find the token.")
          Optional<String> tokenTypeHint,
      @Named("token_delivery") @Doc("`cookie` for the token in the cookie, which is forgotten.")
          Optional<TokenDelivery> tokenDelivery) {}

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
                    + " with the ID token of a phone's own sign-in, which carries a nonce of ours."
                    + " Pages keep the refresh token in a cookie, which no script reads.")
            .headers(Pages.Sender.class)
            .cookies(RefreshCookie.class)
            .form(TokenRequest.class)
            .answers(200, TokenResponse.class, "Signed in", "Cache-Control", "Set-Cookie")
            .refusesAs(OAuthError.class, OAuthError::of)
            .refuses(400, "invalid_grant", "The person has to sign in again.")
            .refuses(400, "invalid_request", "Also an ID token that does not hold (RFC 8693).")
            .refuses(400, "invalid_target", "Our tokens are for one audience only.")
            .refuses(400, "unsupported_grant_type", "There are two grants.")
            .refuses(429, "too_many_requests", "Too many sign-ins to this account.")
            .handledBy(this::token),
        Route.post("/oauth2/revoke", Caller.anyone())
            .summary("Sign out: end the session of a refresh token")
            .headers(Pages.Sender.class)
            .cookies(RefreshCookie.class)
            .form(RevocationRequest.class)
            .answersNothing(
                200,
                "The token, whatever it was, is of no use any longer",
                "Cache-Control",
                "Set-Cookie")
            .refusesAs(OAuthError.class, OAuthError::of)
            .handledBy(this::revoke));
  }

  private Answer nonce(Call call) {
    IssueNonce.Offer offer = issueNonce.issue(call.deadline());
    return Reply.json(201, new NonceView(offer.nonce().value(), offer.expiresIn().toSeconds()))
        .with("Cache-Control", "no-store");
  }

  private Answer token(Call call) {
    TokenRequest request = call.body(TokenRequest.class);
    TokenDelivery delivery = request.delivery();
    Optional<Problem> refusal = pages.refusal(call, delivery);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (request.grant(kept(call, delivery))) {
      case TokenRequest.Grant.Refresh(String token) -> refresh(token, delivery, call);
      case TokenRequest.Grant.NotKept() -> refusal("invalid_grant", "Sign in.");
      case TokenRequest.Grant.Exchange exchange -> exchange(exchange, delivery, call);
      case TokenRequest.Grant.Invalid(String error, String detail) -> refusal(error, detail);
    };
  }

  /// Looked at only if it is asked for: who does not ask may have one all the same.
  private static Optional<String> kept(Call call, TokenDelivery delivery) {
    return switch (delivery) {
      case BODY -> Optional.empty();
      case COOKIE -> call.cookies(RefreshCookie.class).token();
    };
  }

  private Answer refresh(String token, TokenDelivery delivery, Call call) {
    return switch (refreshSession.refresh(token, call.deadline())) {
      case RefreshSession.Outcome.Refreshed(Tokens tokens) ->
          delivery.deliver(tokens, TokenResponse.of(tokens, delivery)).with("Pragma", "no-cache");
      case RefreshSession.Outcome.Refused(var reason) -> {
        LOG.atInfo()
            .addKeyValue("event", "refresh_refused")
            .addKeyValue("reason", reason)
            .log("refresh refused");
        yield refusal("invalid_grant", "Sign in again.");
      }
    };
  }

  private Answer exchange(TokenRequest.Grant.Exchange exchange, TokenDelivery delivery, Call call) {
    var request =
        new ExchangeIdToken.Request(
            exchange.idToken(),
            exchange.authorizationCode(),
            exchange.name().flatMap(DisplayName::fitting));
    return switch (exchangeIdToken.exchange(request, call.deadline())) {
      case ExchangeIdToken.Outcome.SignedIn(Tokens tokens) ->
          delivery
              .deliver(tokens, TokenResponse.ofExchange(tokens, delivery))
              .with("Pragma", "no-cache");
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

  private Answer revoke(Call call) {
    RevocationRequest request = call.body(RevocationRequest.class);
    return switch (request.tokenDelivery().orElse(TokenDelivery.BODY)) {
      case BODY -> revokeSent(request, call);
      case COOKIE -> revokeKept(request, call);
    };
  }

  private Answer revokeSent(RevocationRequest request, Call call) {
    Optional<String> token = request.token().filter(sent -> !sent.isEmpty());
    if (token.isEmpty()) {
      return refusal("invalid_request", "token is missing.");
    }
    revokeSession.revoke(token.get(), call.deadline());
    return Reply.empty(200).with("Cache-Control", "no-store");
  }

  private Answer revokeKept(RevocationRequest request, Call call) {
    Optional<Problem> refusal = pages.refusal(call, TokenDelivery.COOKIE);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (request.token().isPresent()) {
      return refusal("invalid_request", "token is not taken beside a cookie.");
    }
    kept(call, TokenDelivery.COOKIE)
        .ifPresent(token -> revokeSession.revoke(token, call.deadline()));
    return Reply.empty(200)
        .with("Cache-Control", "no-store")
        .with("Set-Cookie", RefreshCookie.gone());
  }

  /// As a problem that [OAuthError] puts into the words of the standard.
  private static Problem refusal(String error, String detail) {
    return Problem.of(400, error, "Refused", detail);
  }
}
