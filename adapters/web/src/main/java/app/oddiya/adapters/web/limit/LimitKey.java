package app.oddiya.adapters.web.limit;

import app.oddiya.domain.shared.UserId;
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

  /// A client's address as [InetAddress#getHostAddress] writes it: one of IPv4, or the /64 of one
  /// of IPv6, for whoever has one address there has 2^64. Anything else stands for itself.
  public static LimitKey ofAddress(String client) {
    if (client.indexOf(':') < 0) {
      return new LimitKey("a" + client);
    }
    byte[] address = InetAddress.ofLiteral(client).getAddress();
    return new LimitKey("n" + HexFormat.of().formatHex(address, 0, NETWORK_BYTES));
  }

  @Override
  public String toString() {
    return "LimitKey[...]";
  }
}
