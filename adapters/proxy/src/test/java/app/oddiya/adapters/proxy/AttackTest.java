package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people send who want one request to be taken for two, or for another one.
///
/// Behind every attack comes a decent request on the same connection. Either it is answered after
/// the attack, or the connection is closed after the attack and it never arrives; in no case is it
/// taken for a part of the attack, or a part of the attack for it.
@Timeout(60)
class AttackTest {

  private static final String VERSION = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final String POST = "POST /share/a" + VERSION;
  private static final String GET = "GET /share/a" + VERSION;
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String END = "0\r\n\r\n";
  private static final String DECENT = "GET /share/decent" + VERSION + "Connection: close\r\n\r\n";

  private final RawUpstream upstream = new RawUpstream();
  private final ProxyFixture proxy =
      new ProxyFixture(
          upstream.as("plan"), ProxyFixture.USUAL_PORT, ProxyFixture.IMPATIENT_WITH_BODIES);

  AttackTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    upstream.close();
  }

  static Stream<Arguments> whatEndsTheConnection() {
    return Stream.of(
        attack("length twice", POST + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"),
        attack("two lengths", POST + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc"),
        attack("list of lengths", POST + "Content-Length: 3, 3\r\n\r\nabc"),
        attack("length with a sign", POST + "Content-Length: +3\r\n\r\nabc"),
        attack("negative length", POST + "Content-Length: -3\r\n\r\nabc"),
        attack("length in hex", POST + "Content-Length: 0x3\r\n\r\nabc"),
        attack("no length in it", POST + "Content-Length: \r\n\r\n"),
        attack("length with a space", POST + "Content-Length: 1 1\r\n\r\nabc"),
        attack("length beyond 64 bits", POST + "Content-Length: 9223372036854775808\r\n\r\n"),
        attack("length before its colon", POST + "Content-Length : 3\r\n\r\nabc"),
        attack("length and coding", POST + both("Content-Length: 3", "Transfer-Encoding: chunked")),
        attack("coding and length", POST + both("Transfer-Encoding: chunked", "Content-Length: 3")),
        attack("coding identity", POST + coding("identity")),
        attack("coding chunked, identity", POST + coding("chunked, identity")),
        attack("coding identity, chunked", POST + coding("identity, chunked")),
        attack("coding gzip, chunked", POST + coding("gzip, chunked")),
        attack("coding ,chunked", POST + coding(",chunked")),
        attack("coding xchunked", POST + coding("xchunked")),
        attack("coding chunked, chunked", POST + coding("chunked, chunked")),
        attack(
            "coding twice",
            POST + both("Transfer-Encoding: chunked", "Transfer-Encoding: chunked")),
        attack("coding behind a vertical tab", POST + coding("\u000bchunked")),
        attack("coding behind a form feed", POST + coding("\fchunked")),
        attack("coding in quotes", POST + coding("\"chunked\"")),
        attack("coding with a parameter", POST + coding("chunked;q=1")),
        attack("no coding in it", POST + coding("")),
        attack("coding before its colon", POST + "Transfer-Encoding : chunked\r\n\r\n" + END),
        attack("coding in a fold", POST + "Transfer-Encoding:\r\n chunked\r\n\r\n" + END),
        attack(
            "coding in HTTP/1.0",
            "POST /share/a HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n"
                + coding("chunked")),
        attack("a fold", GET + "X: y\r\n z\r\n\r\n"),
        attack("a fold at once", "GET /share/a HTTP/1.1\r\n Host: localhost\r\n\r\n"),
        attack("extension with a bare LF", CHUNKED + "3;a=b\nabc\r\n" + END),
        attack("extension with a bare CR", CHUNKED + "3;a\rb\r\nabc\r\n" + END),
        attack("chunk beyond 64 bits", CHUNKED + "FFFFFFFFFFFFFFFFF\r\nabc\r\n" + END),
        attack("chunk beyond 32 bits", CHUNKED + "100000003\r\nabc\r\n" + END),
        attack("chunk of 2 GiB", CHUNKED + "80000000\r\nabc\r\n" + END),
        attack("negative chunk", CHUNKED + "-3\r\nabc\r\n" + END),
        attack("chunk with a sign", CHUNKED + "+3\r\nabc\r\n" + END),
        attack("chunk with 0x", CHUNKED + "0x3\r\nabc\r\n" + END),
        attack("chunk with a space", CHUNKED + "3 \r\nabc\r\n" + END),
        attack("chunk behind a space", CHUNKED + " 3\r\nabc\r\n" + END),
        attack("chunk of no size", CHUNKED + "\r\nabc\r\n" + END),
        attack("chunk with many zeros", CHUNKED + "0".repeat(24) + "3\r\nabc\r\n" + END),
        attack("chunk size with a bare LF", CHUNKED + "3\nabc\r\n" + END),
        attack("chunk that ends with LF", CHUNKED + "3\r\nabc\n" + END),
        attack("chunk that does not end", CHUNKED + "3\r\nabc" + END),
        attack("chunk that ends with XX", CHUNKED + "3\r\nabcXX" + END),
        attack("last chunk with bare LF", CHUNKED + "3\r\nabc\r\n0\n\n"),
        attack("trailer that is none", CHUNKED + "3\r\nabc\r\n0\r\nX User: 1\r\n\r\n"),
        attack(
            "trailer without end",
            CHUNKED + "3\r\nabc\r\n0\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"),
        attack("bare LF", "GET /share/a HTTP/1.1\nHost: localhost\n\n"),
        attack("bare LF between headers", GET + "X: y\nZ: w\r\n\r\n"),
        attack("bare LF at the end", GET + "X: y\r\n\n"),
        attack("bare CR between headers", GET + "X: y\rZ: w\r\n\r\n"),
        attack("bare CR", "GET /share/a HTTP/1.1\rHost: localhost\r\r"),
        attack("NUL in a value", GET + "X: y\0z\r\n\r\n"),
        attack("NUL in a name", GET + "X\0: y\r\n\r\n"),
        attack("NUL in the target", "GET /share/a\0" + VERSION + "\r\n"),
        attack("a name that is no token", GET + "X\u00e9: y\r\n\r\n"),
        attack("a name with a space", GET + "X Y: z\r\n\r\n"),
        attack("no name", GET + ": y\r\n\r\n"),
        attack("no colon", GET + "X\r\n\r\n"),
        attack("a target with line ends", "GET /share/a?x=\r\nX-User-Id: 1" + VERSION + "\r\n"),
        attack("a target behind a tab", "GET\t/share/a" + VERSION + "\r\n"),
        attack("a space after the version", "GET /share/a HTTP/1.1 \r\nHost: localhost\r\n\r\n"),
        attack("a space before the method", " " + GET + "\r\n"),
        attack("an authority", "GET localhost:80" + VERSION + "\r\n"),
        attack("a tunnel to a path", "CONNECT /share/a" + VERSION + "\r\n"),
        attack("Host twice", GET + "Host: localhost\r\n\r\n"),
        attack("two hosts", GET + "Host: elsewhere\r\n\r\n"),
        attack("no host", "GET /share/a HTTP/1.1\r\n\r\n"),
        attack("no host in it", "GET /share/a HTTP/1.1\r\nHost:\r\n\r\n"),
        attack("a host with a space", "GET /share/a HTTP/1.1\r\nHost: a b\r\n\r\n"),
        attack("a host with a path", "GET /share/a HTTP/1.1\r\nHost: localhost/internal\r\n\r\n"),
        attack("a host with a user", "GET /share/a HTTP/1.1\r\nHost: a@b\r\n\r\n"),
        attack("a port that is none", "GET /share/a HTTP/1.1\r\nHost: localhost:99999\r\n\r\n"),
        attack("HTTP/0.9", "GET /share/a\r\n"),
        attack("HTTP/1.2", "GET /share/a HTTP/1.2\r\nHost: localhost\r\n\r\n"),
        attack("HTTP/2.0", "GET /share/a HTTP/2.0\r\nHost: localhost\r\n\r\n"),
        attack("HTTP/2 as a matter of course", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        attack("an upgrade that Connection does not name", GET + "Upgrade: h2c\r\n\r\n"),
        attack("another expectation", POST + "Expect: 200-ok\r\nContent-Length: 3\r\n\r\nabc"),
        attack("a header of 64 KB", GET + "X: " + "a".repeat(65_536) + "\r\n\r\n"),
        attack("a header without end", GET + "X: " + "a".repeat(2_000_000)),
        attack("headers without end", GET + "X: y\r\n".repeat(200_000)),
        attack("a target of 20 KB", "GET /share/" + "a".repeat(20_000) + VERSION + "\r\n"),
        attack("a target without end", "GET /share/" + "a".repeat(2_000_000)),
        attack("a chunk without end", CHUNKED + "7fffffff\r\n" + "a".repeat(2_000_000)),
        attack("chunks without end", CHUNKED + "3\r\nabc\r\n".repeat(200_000)));
  }

  @ParameterizedTest
  @MethodSource("whatEndsTheConnection")
  void whereTheNextRequestBeginsIsInDoubt(String attack) throws IOException {
    String answers = answersTo(attack);

    assertThat(RawClient.statuses(answers)).hasSizeLessThanOrEqualTo(1);
    assertThat(RawClient.statuses(answers))
        .allSatisfy(status -> assertThat(status).isIn(400, 408, 413, 414, 417, 426, 431, 501, 505));
    assertThat(upstream.asked()).isEmpty();
    assertNextRequestIsWell();
  }

  static Stream<Arguments> whatIsRefusedAlone() {
    return Stream.of(
        refusal("a tunnel", "CONNECT localhost:80" + VERSION + "\r\n", 501),
        refusal("the server itself", "OPTIONS *" + VERSION + "\r\n", 400),
        refusal("a path without a slash", "GET *" + VERSION + "\r\n", 400),
        refusal("another host", "GET http://elsewhere/share/a" + VERSION + "\r\n", 400),
        refusal("a user", "GET http://a@localhost/share/a" + VERSION + "\r\n", 400),
        refusal("another scheme", "GET ftp://localhost/share/a" + VERSION + "\r\n", 400),
        refusal("an authority in the path", "GET //localhost/share/a" + VERSION + "\r\n", 400),
        refusal("101 headers", GET + "X: y\r\n".repeat(100) + "\r\n", 431),
        refusal("a target of 9 KB", "GET /share/" + "a".repeat(9_000) + VERSION + "\r\n", 414),
        refusal("two types", GET + "Content-Type: a/b\r\nContent-Type: c/d\r\n\r\n", 400),
        refusal("two traces", GET + "traceparent: a\r\nTraceparent: b\r\n\r\n", 400));
  }

  @ParameterizedTest
  @MethodSource("whatIsRefusedAlone")
  void whatIsRefusedDoesNotHarmWhatFollows(String attack, int status) throws IOException {
    assertThat(RawClient.statuses(answersTo(attack))).containsExactly(status, 200);
    assertThat(upstream.asked())
        .extracting(RawUpstream.Asked::line)
        .containsExactly(line("decent"));
  }

  static Stream<Arguments> whatIsOneRequest() {
    String smuggled = "GET /internal/x HTTP/1.1\r\nHost: localhost\r\n\r\n";
    return Stream.of(
        passing("a length with zeros before it", POST + "Content-Length: 0003\r\n\r\nabc", "abc"),
        passing("a length by another name", POST + "Content_Length: 50\r\n\r\n", ""),
        passing(
            "a length that Connection names", POST + hopByHop("Content-Length: 3", "abc"), "abc"),
        passing(
            "a coding that Connection names",
            POST + hopByHop("Transfer-Encoding: chunked", "3\r\nabc\r\n" + END),
            "abc"),
        passing("chunks", CHUNKED + "1\r\na\r\n2\r\nbc\r\n" + END, "abc"),
        passing("coding in capitals", POST + "transfer-encoding: ChUnKeD\r\n\r\n" + END, ""),
        passing("coding behind a tab", POST + "Transfer-Encoding:\tchunked\r\n\r\n" + END, ""),
        passing("extensions", CHUNKED + "3;a=b\r\nabc\r\n0;c=\"d\"\r\n\r\n", "abc"),
        passing("trailers", CHUNKED + "3\r\nabc\r\n0\r\nX-User-Id: 1\r\n\r\n", "abc"),
        passing(
            "a request in a body",
            POST + "Content-Length: " + smuggled.length() + "\r\n\r\n" + smuggled,
            smuggled),
        passing(
            "a request in a chunk",
            CHUNKED + Integer.toHexString(smuggled.length()) + "\r\n" + smuggled + "\r\n" + END,
            smuggled),
        passing(
            "an escaped line end in a value", GET + "User-Agent: a%0d%0aX-User-Id: 1\r\n\r\n", ""),
        passing("line ends before it", "\r\n\r\n" + GET + "\r\n", ""),
        passing("an absolute target", "GET http://localhost/share/a" + VERSION + "\r\n", ""),
        passing(
            "an upgrade to HTTP/2",
            GET
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAM\r\n\r\n",
            ""),
        passing("an upgrade", GET + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n", ""),
        passing("100 headers", GET + "X: y\r\n".repeat(99) + "\r\n", ""),
        passing(
            "HTTP/1.0 that goes on",
            "GET /share/a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            ""));
  }

  @ParameterizedTest
  @MethodSource("whatIsOneRequest")
  void oneRequestInIsOneRequestOut(String request, String body) throws IOException {
    assertThat(RawClient.statuses(answersTo(request))).containsExactly(200, 200);

    assertThat(upstream.asked())
        .extracting(asked -> asked.line().substring(asked.line().indexOf(' ')))
        .containsExactly(" /share/a HTTP/1.1", " /share/decent HTTP/1.1");
    RawUpstream.Asked asked = upstream.asked().getFirst();
    assertThat(asked.body()).isEqualTo(body);
    assertThat(asked.headers())
        .allSatisfy(
            header ->
                assertThat(header)
                    .matches(
                        "(Content-Length|Host|Oddiya-Deadline-Ms|traceparent|Transfer-Encoding"
                            + "|User-Agent|X-Request-Id): [^\\r\\n]+"));
    assertThat(asked.headers()).filteredOn(RawClient::isFraming).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void requestsThatComeAtOnceAreAnsweredOneAfterTheOther() throws IOException {
    String answers =
        answersTo(
            "GET /share/1"
                + VERSION
                + "\r\nGET /share/2"
                + VERSION
                + "\r\nGET /nowhere"
                + VERSION
                + "\r\n");

    assertThat(RawClient.statuses(answers)).containsExactly(200, 200, 401, 200);
    assertThat(upstream.asked())
        .extracting(RawUpstream.Asked::line)
        .containsExactly(line("1"), line("2"), line("decent"));
  }

  @Test
  void aRequestOfHttp10WithoutMoreEndsItsConnection() throws IOException {
    assertThat(RawClient.statuses(answersTo("GET /share/a HTTP/1.0\r\n\r\n"))).containsExactly(200);
    assertThat(upstream.asked()).hasSize(1);
  }

  private String answersTo(String attack) throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      return client.everythingAfter(attack + DECENT);
    }
  }

  private void assertNextRequestIsWell() throws IOException {
    try (RawClient client = new RawClient(proxy.port())) {
      client.send(DECENT);
      assertThat(client.reply().status()).isEqualTo(200);
    }
    assertThat(upstream.asked())
        .extracting(RawUpstream.Asked::line)
        .containsExactly(line("decent"));
  }

  private static String line(String name) {
    return "GET /share/" + name + " HTTP/1.1";
  }

  private static Arguments attack(String name, String bytes) {
    return argumentSet(name, bytes);
  }

  private static Arguments refusal(String name, String bytes, int status) {
    return argumentSet(name, bytes, status);
  }

  private static Arguments passing(String name, String bytes, String body) {
    return argumentSet(name, bytes, body);
  }

  private static String coding(String value) {
    return "Transfer-Encoding: " + value + "\r\n\r\n3\r\nabc\r\n" + END;
  }

  private static String both(String one, String other) {
    return one + "\r\n" + other + "\r\n\r\n" + END;
  }

  private static String hopByHop(String header, String body) {
    String name = header.substring(0, header.indexOf(':'));
    return "Connection: keep-alive, " + name + "\r\n" + header + "\r\n\r\n" + body;
  }
}
