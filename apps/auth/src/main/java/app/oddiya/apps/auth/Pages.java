package app.oddiya.apps.auth;

import app.oddiya.adapters.web.Call;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.json.Doc;
import app.oddiya.adapters.web.json.Named;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The pages that may keep a refresh token in a cookie: those of the gateway, and those to which
/// people are sent back from their sign-in.
///
/// A browser sends cookies along with whatever another page of the same site makes it send, a form
/// among that; on `localhost` every port is the same site. What no page can make it say is another
/// `Origin` than its own, and all browsers say it with every POST. So a request that is to set or
/// use the cookie has to come from one of these, and one that does not say where from does not.
///
/// @param origins as browsers write them
record Pages(Set<String> origins) {

  record Sender(
      @Named("Origin") @Doc("Whose page asks. Needed where the refresh token is in a cookie.")
          Optional<String> origin) {}

  /// @param redirects where apps are answered, of which those of pages count
  static Pages of(URI publicUrl, Collection<String> redirects) {
    Set<String> origins = new HashSet<>();
    origin(publicUrl).ifPresent(origins::add);
    redirects.forEach(redirect -> origin(URI.create(redirect)).ifPresent(origins::add));
    return new Pages(Set.copyOf(origins));
  }

  private static Optional<String> origin(URI address) {
    String scheme = String.valueOf(address.getScheme());
    boolean isOfAPage = scheme.equals("https") || scheme.equals("http");
    if (!isOfAPage || address.getHost() == null) {
      return Optional.empty();
    }
    boolean isUsual = address.getPort() == (scheme.equals("https") ? 443 : 80);
    String port = address.getPort() < 0 || isUsual ? "" : ":" + address.getPort();
    return Optional.of(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port);
  }

  /// Refuses a call for the cookie that comes from elsewhere; empty if there is nothing against it.
  Optional<Problem> refusal(Call call, TokenDelivery delivery) {
    if (delivery == TokenDelivery.BODY) {
      return Optional.empty();
    }
    return call.headers(Sender.class).origin().filter(origins::contains).isPresent()
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                400,
                "origin_not_allowed",
                "Origin not allowed",
                "Cookies are for pages that people sign in to here."));
  }
}
