package app.oddiya.adapters.web.limit;

import app.oddiya.domain.shared.UserId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Whose requests are counted together. It stays in this process: what goes to a store is a hash.
///
/// @param text never shown to anybody, never logged: it may be an address
public record LimitKey(String text) {

  private static final int NETWORK_BYTES = 8;

  public static LimitKey of(UserId user) {
    return new LimitKey("u" + user.value());
  }

  /// An address of IPv4, or the /64 of one of IPv6: whoever has one address there has 2^64.
  public static LimitKey of(InetAddress client) {
    return client instanceof Inet6Address
        ? new LimitKey("n" + HexFormat.of().formatHex(client.getAddress(), 0, NETWORK_BYTES))
        : new LimitKey("a" + client.getHostAddress());
  }

  @Override
  public String toString() {
    return "LimitKey[...]";
  }
}
