package app.oddiya.adapters.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/// How many proxies of our own stand between clients and the gateway, and with that where a client
/// is.
///
/// Each of them appends to `X-Forwarded-For` the address that it was called from. So of that list
/// the last `count` values are true, the first of those is the client's, and whatever stands before
/// it is the client's own invention. Without proxies nothing of it counts, only the connection.
///
/// @param count 0 where clients connect to the gateway themselves
public record TrustedProxies(int count) {

  public TrustedProxies {
    if (count < 0) {
      throw new IllegalArgumentException("count: " + count + " (expected: >= 0)");
    }
  }

  /// The client's address. It is that of the connection where the list is too short or does not
  /// hold an address in that place; then the request did not come by way of our proxies.
  public InetAddress clientOf(Request request) {
    return clientOf(request.getHeaders(), request.getConnectionMetaData().getRemoteSocketAddress());
  }

  InetAddress clientOf(HttpFields headers, SocketAddress connection) {
    return claimed(headers).orElseGet(() -> ((InetSocketAddress) connection).getAddress());
  }

  private Optional<InetAddress> claimed(HttpFields headers) {
    if (count == 0) {
      return Optional.empty();
    }
    List<String> chain = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
    return chain.size() < count ? Optional.empty() : parse(chain.get(chain.size() - count));
  }

  /// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`.
  private static Optional<InetAddress> parse(String value) {
    try {
      return Optional.of(InetAddress.ofLiteral(withoutPort(value)));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static String withoutPort(String value) {
    if (value.startsWith("[")) {
      return value.substring(1, Math.max(1, value.indexOf(']')));
    }
    int colon = value.indexOf(':');
    boolean isV4WithPort = colon > 0 && value.indexOf(':', colon + 1) < 0;
    return isV4WithPort ? value.substring(0, colon) : value;
  }
}
