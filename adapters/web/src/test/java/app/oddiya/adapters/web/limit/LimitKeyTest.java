package app.oddiya.adapters.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.UserId;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class LimitKeyTest {

  @Test
  void aNetworkOfIpv6IsOneClient() {
    assertThat(address("2001:db8:1:2::1")).isEqualTo(address("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    assertThat(address("2001:db8:1:2::1")).isNotEqualTo(address("2001:db8:1:3::1"));
  }

  @Test
  void anAddressOfIpv4IsOneClientHoweverItIsWritten() {
    assertThat(address("192.0.2.1")).isNotEqualTo(address("192.0.2.2"));
    assertThat(address("::ffff:192.0.2.1")).isEqualTo(address("192.0.2.1"));
  }

  @Test
  void usersAndAddressesAreNeverMistakenForEachOther() {
    assertThat(LimitKey.of(new UserId(1))).isNotEqualTo(address("0.0.0.1"));
  }

  @Test
  void doesNotShowWhoItIs() {
    assertThat(address("192.0.2.1").toString()).doesNotContain("192");
  }

  private static LimitKey address(String literal) {
    return LimitKey.of(InetAddress.ofLiteral(literal));
  }
}
