package app.oddiya.apps.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// Access tokens as auth issues them, of as many users, and the key they are verified by.
///
/// @param publicKeys a JWK set
public record AccessTokenSet(String publicKeys, List<String> tokens) {

  /// `iss` of all of them.
  public static final String ISSUER = "http://localhost:8080";

  private static final String PATH = "/jwks.json";

  private static final Duration LIFE = Duration.ofHours(1);

  public static AccessTokenSet of(int users) {
    try {
      RSAKey key =
          new RSAKeyGenerator(2048)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyIDFromThumbprint(true)
              .generate();
      List<String> tokens = new ArrayList<>();
      for (int user = 1; user <= users; user++) {
        tokens.add(token(user, key));
      }
      return new AccessTokenSet(new JWKSet(key).toString(true), List.copyOf(tokens));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java signs RS256", e);
    }
  }

  public String first() {
    return tokens.getFirst();
  }

  /// Serves the keys, as auth does, until it is stopped.
  public HttpServer publish() throws IOException {
    byte[] body = publicKeys.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        PATH,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    return server;
  }

  /// Where a server of [#publish] has them.
  public static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  private static String token(int user, RSAKey key) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("oddiya")
            .subject(Integer.toString(user))
            .claim("client_id", "oddiya-app")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    SignedJWT jwt = new SignedJWT(header, claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }
}
