package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

  private static final SocketAddress CONNECTION = new InetSocketAddress("10.0.0.9", 40_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 203.0.113.5                              | 10.0.0.9
          1 | 203.0.113.5                              | 203.0.113.5
          1 | 198.51.100.1, 203.0.113.5                | 203.0.113.5
          2 | 198.51.100.1, 203.0.113.5, 10.0.0.7      | 203.0.113.5
          2 | 198.51.100.1, 203.0.113.5,, 10.0.0.7     | 203.0.113.5
          1 | 203.0.113.5:4711                         | 203.0.113.5
          1 | 2001:DB8::1                              | 2001:db8:0:0:0:0:0:1
          1 | [2001:db8::1]                            | 2001:db8:0:0:0:0:0:1
          1 | [2001:db8::1]:4711                       | 2001:db8:0:0:0:0:0:1
          1 | ::ffff:203.0.113.5                       | 203.0.113.5
          """)
  void theClientStandsWhereTheOutermostTrustedProxyWroteIt(
      int proxies, String forwardedFor, String client) {
    assertThat(client(proxies, forwardedFor)).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | 203.0.113.5
          1 | unknown
          1 | _hidden
          1 | example.com
          1 | 203.0.113.5 203.0.113.6
          1 | [
          1 | []
          1 | 203.0.113.256
          1 | ''
          """)
  void whoeverDidNotComeByWayOfThemIsWhereTheConnectionComesFrom(int proxies, String forwardedFor) {
    assertThat(client(proxies, forwardedFor)).isEqualTo("10.0.0.9");
  }

  @Test
  void aListThatCameInSeveralLinesIsOneList() {
    HttpFields headers =
        HttpFields.build()
            .add("X-Forwarded-For", "198.51.100.1, 203.0.113.5")
            .add("x-forwarded-for", "10.0.0.7");

    assertThat(new TrustedProxies(2).clientOf(headers, CONNECTION).getHostAddress())
        .isEqualTo("203.0.113.5");
  }

  @Test
  void fewerThanNoneIsRefused() {
    assertThatThrownBy(() -> new TrustedProxies(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count: -1 (expected: >= 0)");
  }

  private static String client(int proxies, String forwardedFor) {
    HttpFields headers = HttpFields.build().add("X-Forwarded-For", forwardedFor);
    return new TrustedProxies(proxies).clientOf(headers, CONNECTION).getHostAddress();
  }
}
