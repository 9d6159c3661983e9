package app.oddiya.apps.auth;

import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import app.oddiya.adapters.web.json.Text;
import java.util.Optional;

/// What a client asks of the token endpoint: the parameters of two grants in one form.
record TokenRequest(
    @Named("grant_type") @Doc("`refresh_token`, or the URN of token exchange.") String grantType,
    @Named("refresh_token") Optional<String> refreshToken,
    @Named("token_delivery")
        @Doc("Beyond OAuth, for pages: with `cookie` the refresh token comes and goes in a cookie.")
        Optional<TokenDelivery> tokenDelivery,
    @Named("subject_token") @Doc("The provider's ID token, for token exchange.")
        Optional<String> subjectToken,
    @Named("subject_token_type") @Doc("The URN of ID tokens.") Optional<String> subjectTokenType,
    @Named("requested_token_type") @Doc("The URN of access tokens, if anything.")
        Optional<String> requestedTokenType,
    @Doc("`oddiya`, if anything.") Optional<String> audience,
    @Doc("Our tokens are not for single resources.") Optional<String> resource,
    @Named("actor_token") @Doc("Nobody acts for anybody here.") Optional<String> actorToken,
    @Named("authorization_code")
        @Doc(
            "Beyond RFC 8693: Apple's code, given beside the ID token. Send it, so that Apple's"
                + " tokens can be revoked when the account is deleted.")
        @Text(max = 4096)
        Optional<String> authorizationCode,
    @Doc("Beyond RFC 8693: the name that Apple tells the app once, at the first sign-in.")
        @Text(max = 512)
        Optional<String> name) {

  static final String REFRESH = "refresh_token";
  static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
  private static final String AUDIENCE = "oddiya";

  /// What that comes to.
  sealed interface Grant {

    record Refresh(String token) implements Grant {}

    /// A page without a token does not know that it has none.
    record NotKept() implements Grant {}

    record Exchange(String idToken, Optional<String> authorizationCode, Optional<String> name)
        implements Grant {}

    /// @param error of RFC 6749, section 5.2, or RFC 8693, section 2.2.2
    record Invalid(String error, String detail) implements Grant {

      private static Invalid request(String detail) {
        return new Invalid("invalid_request", detail);
      }
    }
  }

  TokenDelivery delivery() {
    return tokenDelivery.orElse(TokenDelivery.BODY);
  }

  /// @param kept the refresh token that came in a cookie
  Grant grant(Optional<String> kept) {
    return switch (grantType) {
      case "" -> Grant.Invalid.request("grant_type is missing.");
      case REFRESH -> delivery() == TokenDelivery.COOKIE ? refreshKept(kept) : refresh();
      case EXCHANGE -> exchange();
      default ->
          new Grant.Invalid(
              "unsupported_grant_type", "Only refresh_token and token exchange are taken.");
    };
  }

  private Grant refresh() {
    return sent(refreshToken)
        .<Grant>map(Grant.Refresh::new)
        .orElseGet(() -> Grant.Invalid.request("refresh_token is missing."));
  }

  private Grant refreshKept(Optional<String> kept) {
    // RFC 6750, section 2: a token comes in one way only.
    if (sent(refreshToken).isPresent()) {
      return Grant.Invalid.request("refresh_token is not taken beside a cookie.");
    }
    return sent(kept).<Grant>map(Grant.Refresh::new).orElseGet(Grant.NotKept::new);
  }

  private Grant exchange() {
    Optional<String> token = sent(subjectToken);
    if (token.isEmpty()) {
      return Grant.Invalid.request("subject_token is missing.");
    }
    if (!sent(subjectTokenType).equals(Optional.of(ID_TOKEN))) {
      return Grant.Invalid.request("subject_token_type has to be " + ID_TOKEN + ".");
    }
    if (sent(requestedTokenType).filter(type -> !type.equals(ACCESS_TOKEN)).isPresent()) {
      return Grant.Invalid.request("requested_token_type can be " + ACCESS_TOKEN + " only.");
    }
    if (sent(actorToken).isPresent()) {
      return Grant.Invalid.request("actor_token is not taken.");
    }
    if (sent(resource).isPresent()
        || sent(audience).filter(other -> !other.equals(AUDIENCE)).isPresent()) {
      return new Grant.Invalid("invalid_target", "Our tokens are for oddiya only.");
    }
    return new Grant.Exchange(token.get(), sent(authorizationCode), sent(name));
  }

  /// RFC 6749, section 3.2: a parameter without a value counts as not sent.
  private static Optional<String> sent(Optional<String> parameter) {
    return parameter.filter(value -> !value.isEmpty());
  }
}
