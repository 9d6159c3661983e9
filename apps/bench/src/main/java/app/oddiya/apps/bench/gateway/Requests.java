package app.oddiya.apps.bench.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/// What is asked, and what is answered.
final class Requests {

  /// Keep-alive connections, as many clients.
  static final int CONNECTIONS = 64;

  /// Users, with a token each.
  static final int USERS = 200;

  /// A plan.
  static final String PATH = "/api/v1/plans/0197f3a2-5d1c-7e46-9a0b-3c5d7e9f1a2b";

  /// 1 KB of JSON.
  static final String ANSWER =
      "{\"title\":\"Three days in Busan\",\"notes\":\"" + "Jagalchi ".repeat(109) + "\"}";

  private Requests() {}

  /// One request a token, as a phone sends it.
  static List<byte[]> of(List<String> tokens) {
    return tokens.stream().map(Requests::of).toList();
  }

  private static byte[] of(String token) {
    return """
        GET %s HTTP/1.1\r
        Host: localhost:8080\r
        Accept: application/json\r
        Accept-Encoding: gzip\r
        Accept-Language: ko-KR,ko;q=0.9\r
        Authorization: Bearer %s\r
        User-Agent: Oddiya/1.0 (iPhone; iOS 19.1)\r
        \r
        """
        .formatted(PATH, token)
        .getBytes(US_ASCII);
  }
}
