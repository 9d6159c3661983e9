package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.Problem;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/// What can be told from the head of a request alone, before anybody asks who sent it or where it
/// leads.
final class Screening {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

  private final ProxyLimits limits;

  Screening(ProxyLimits limits) {
    this.limits = limits;
  }

  /// Why a request goes no further, the first reason in this order.
  Optional<Problem> refusal(Request request) {
    if (!METHODS.contains(request.getMethod())) {
      return Optional.of(Refusals.methodUnknown());
    }
    Optional<Problem> framing = doubtfulFraming(request);
    if (framing.isPresent()) {
      return framing;
    }
    if (length(request.getHttpURI()) > limits.target()) {
      return Optional.of(Refusals.targetTooLong(limits.target()));
    }
    if (request.getHeaders().size() > limits.headers()) {
      return Optional.of(Refusals.headersTooMany(limits.headers()));
    }
    if (!isHttp(request.getHttpURI()) || !Target.isUnambiguous(path(request))) {
      return Optional.of(Refusals.pathAmbiguous());
    }
    if (RequestHeaders.areAmbiguous(request.getHeaders())) {
      return Optional.of(Refusals.headerAmbiguous());
    }
    return Optional.empty();
  }

  /// What Jetty lets pass though somebody else might see the end of the body elsewhere (RFC 9112,
  /// section 6.1). The connection is closed, since what follows may be body or request.
  private static Optional<Problem> doubtfulFraming(Request request) {
    String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
    if (coding == null) {
      return Optional.empty();
    }
    if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
      return Optional.of(Refusals.framingAmbiguous());
    }
    return coding.equalsIgnoreCase("chunked")
        ? Optional.empty()
        : Optional.of(Refusals.codingUnknown());
  }

  /// Whether a target that names its scheme, as one for a forward proxy does, names ours.
  private static boolean isHttp(HttpURI target) {
    return "http".equals(target.getScheme()) || "https".equals(target.getScheme());
  }

  /// The path as it came; empty where there is none.
  static String path(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  private static int length(HttpURI target) {
    String pathAndQuery = target.getPathQuery();
    return pathAndQuery == null ? 0 : pathAndQuery.length();
  }
}
