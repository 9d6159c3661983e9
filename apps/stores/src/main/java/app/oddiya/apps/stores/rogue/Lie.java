package app.oddiya.apps.stores.rogue;

import app.oddiya.apps.stores.rogue.ForgedToken.Json;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What can be wrong with an ID token of which all else is right. Each is to be refused.
public enum Lie {

  // Whom it is for, from whom, and when.
  ANOTHER_NONCE(token -> token.claim("nonce", UUID.randomUUID().toString())),
  NO_NONCE(token -> token.without("nonce")),
  EMPTY_NONCE(token -> token.claim("nonce", "")),
  NONCE_THAT_IS_NO_TEXT(token -> token.claim("nonce", 1)),
  ANOTHER_AUDIENCE(token -> token.claim("aud", "somebody-else")),
  NO_AUDIENCE(token -> token.without("aud")),
  SEVERAL_AUDIENCES_WITHOUT_PARTY(token -> token.alsoFor("somebody-else")),
  ANOTHER_PARTY(token -> token.claim("azp", "somebody-else")),
  EMPTY_PARTY(token -> token.claim("azp", "")),
  PARTY_THAT_IS_NO_TEXT(token -> token.claim("azp", 7)),
  EMPTY_AUDIENCE(token -> token.claim("aud", "")),
  AUDIENCE_THAT_IS_NO_TEXT(token -> token.claim("aud", 7)),
  SEVERAL_AUDIENCES_AND_ANOTHER_PARTY(
      token -> token.alsoFor("somebody-else").claim("azp", "somebody-else")),
  ANOTHER_ISSUER(token -> token.claim("iss", "https://elsewhere.example")),
  ISSUER_WITH_A_SLASH_MORE((token, by) -> token.claim("iss", by.issuer() + "/").compact()),
  NO_ISSUER(token -> token.without("iss")),
  EXPIRED(token -> token.claim("exp", in(Duration.ofMinutes(-5)))),
  NEVER_EXPIRING(token -> token.without("exp")),
  ISSUED_IN_THE_FUTURE(token -> token.claim("iat", in(Duration.ofMinutes(5)))),
  NEVER_ISSUED(token -> token.without("iat")),
  NOT_YET_GOOD(token -> token.claim("nbf", in(Duration.ofMinutes(5)))),

  // Whom it is about.
  NO_SUBJECT(token -> token.without("sub")),
  EMPTY_SUBJECT(token -> token.claim("sub", "")),
  ENDLESS_SUBJECT(token -> token.claim("sub", "x".repeat(256))),
  SUBJECT_BEYOND_ASCII(token -> token.claim("sub", "지민")),
  SUBJECT_THAT_IS_NO_TEXT(token -> token.claim("sub", 7)),

  // Who signed it, and how.
  NOBODY_SIGNED(token -> token.header("alg", "none")),
  NOBODY_SIGNED_IN_OTHER_LETTERS(token -> token.header("alg", "nOnE")),
  SIGNED_WITH_THE_PUBLIC_KEY_AS_PASSWORD(
      (token, by) ->
          token.header("alg", "HS256").signedBy(by.key().publicKey().getEncoded()).compact()),
  SIGNED_WITH_THE_PUBLIC_JWK_AS_PASSWORD(
      (token, by) ->
          token
              .header("alg", "HS256")
              .signedBy(by.key().jwk().getBytes(StandardCharsets.UTF_8))
              .compact()),
  ELLIPTIC((token, by) -> token.header("alg", "ES256").signedBy(ForgedKey.ec("e")).compact()),
  PROBABILISTIC(token -> token.header("alg", "PS256")),
  LONGER_HASH(token -> token.header("alg", "RS512")),
  STRANGERS_KEY((token, by) -> token.signedBy(by.stranger()).compact()),
  UNKNOWN_KEY((token, by) -> token.header("kid", "stranger").signedBy(by.stranger()).compact()),
  KEY_BROUGHT_ALONG(
      (token, by) ->
          token.header("jwk", new Json(by.stranger().jwk())).signedBy(by.stranger()).compact()),
  KEY_TO_BE_FETCHED(
      (token, by) ->
          token.header("jku", by.at(Door.ELSEWHERE).toString()).signedBy(by.stranger()).compact()),
  CERTIFICATE_TO_BE_FETCHED(
      (token, by) ->
          token.header("x5u", by.at(Door.ELSEWHERE).toString()).signedBy(by.stranger()).compact()),
  CERTIFICATE_BROUGHT_ALONG(
      (token, by) ->
          token
              .header(
                  "x5c",
                  List.of(
                      Base64.getEncoder().encodeToString(by.stranger().publicKey().getEncoded())))
              .signedBy(by.stranger())
              .compact()),
  CHANGED_AFTERWARDS((token, by) -> changed(token)),
  CUT_OFF((token, by) -> token.compact().substring(0, token.compact().length() - 16)),

  // What it is.
  EXTENSION_TO_BE_UNDERSTOOD(token -> token.header("crit", List.of("exp"))),
  UNENCODED(token -> token.header("b64", false).header("crit", List.of("b64"))),
  ACCESS_TOKEN(token -> token.header("typ", "at+jwt")),
  ALGORITHM_SAID_TWICE(token -> token.headerAgain("alg", "RS256")),
  SUBJECT_SAID_TWICE(token -> token.claimAgain("sub", "somebody-else")),
  NONCE_SAID_TWICE(token -> token.claimAgain("nonce", "another")),
  KEY_ID_THAT_IS_NO_TEXT(token -> token.header("kid", 1)),
  KEY_ID_THAT_IS_A_PATH((token, by) -> token.header("kid", "../" + by.key().id()).compact()),
  NO_TOKEN((token, by) -> "a.b.c"),
  ENCRYPTED((token, by) -> encrypted());

  private interface Telling {
    String told(ForgedToken honest, RogueProvider by);
  }

  private final Telling telling;

  Lie(UnaryOperator<ForgedToken> change) {
    this((token, by) -> change.apply(token).compact());
  }

  Lie(Telling telling) {
    this.telling = telling;
  }

  /// @param honest is changed
  /// @param by whose token it is, or is said to be
  public String told(ForgedToken honest, RogueProvider by) {
    return telling.told(honest, by);
  }

  private static long in(Duration time) {
    return InstantSource.system().instant().plus(time).getEpochSecond();
  }

  /// Another body under a signature that was good.
  private static String changed(ForgedToken token) {
    String[] good = token.compact().split("\\.", -1);
    String[] other = token.claim("sub", "somebody-else").compact().split("\\.", -1);
    return good[0] + "." + other[1] + "." + good[2];
  }

  /// The look of a JWE: nobody here has a key for one.
  private static String encrypted() {
    String header = "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}";
    String part = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + ("." + part).repeat(4);
  }
}
