package app.oddiya.peers.springcloudgateway;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

/// Its route is in `application.properties`.
@SpringBootApplication
public class Peer {

  public static void main(String[] arguments) {
    SpringApplication.run(Peer.class, arguments);
  }

  /// The usual one refuses the type that RFC 9068 gives access tokens.
  @Bean
  NimbusReactiveJwtDecoder accessTokens(
      @Value("${PEER_JWKS}") String keys, @Value("${PEER_ISSUER}") String issuer) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(keys).validateType(false).build();
    decoder.setJwtValidator(
        JwtValidators.createAtJwtValidator()
            .issuer(issuer)
            .audience("oddiya")
            .clientId("oddiya-app")
            .build());
    return decoder;
  }
}
