package app.oddiya.apps.local.trip;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The browser that the app opens for signing in: shows the provider's page, fills in its form,
/// submits it, follows redirects and forms that submit themselves, and stops where the address is
/// the app's own.
final class SignInPage {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final int MAX_STEPS = 10;
  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|textarea)\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)\\s*=\\s*\"([^\"]*)\"");

  private final Http http;

  SignInPage(Http http) {
    this.http = http;
  }

  /// Signs in and gives the address, of the app's own scheme, at which the browser hands over to
  /// the app.
  ///
  /// @param page where the authorization URL leads
  /// @param filled what the traveller types, by the name of the field
  URI signIn(URI page, Map<String, String> filled) {
    HttpRequest.Builder next = HttpRequest.newBuilder(page);
    URI at = page;
    for (int step = 0; step < MAX_STEPS; step++) {
      HttpResponse<String> answer = http.send(next.header("Accept", BROWSER));
      Optional<String> location = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 == 3 && location.isPresent()) {
        at = at.resolve(location.get());
        if (!at.getScheme().startsWith("http")) {
          return at;
        }
        next = HttpRequest.newBuilder(at);
      } else {
        Form form = form(at, answer);
        at = form.action();
        next = form.submitted(filled);
      }
    }
    throw new TripFailure("the sign-in page led nowhere; last " + at);
  }

  private record Form(URI action, Map<String, String> fields) {

    HttpRequest.Builder submitted(Map<String, String> filled) {
      String body =
          fields.entrySet().stream()
              .map(
                  field ->
                      encoded(field.getKey())
                          + "="
                          + encoded(filled.getOrDefault(field.getKey(), field.getValue())))
              .collect(Collectors.joining("&"));
      return HttpRequest.newBuilder(action)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
  }

  private static Form form(URI at, HttpResponse<String> answer) {
    Matcher form = FORM.matcher(answer.body());
    if (answer.statusCode() != 200 || !form.find()) {
      throw new TripFailure(
          "signing in at %s://%s%s answered %d without a form: %s"
              .formatted(
                  at.getScheme(),
                  at.getAuthority(),
                  at.getPath(),
                  answer.statusCode(),
                  answer.body()));
    }
    String action = attributes(form.group(1)).getOrDefault("action", "");
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(form.group(2));
    while (field.find()) {
      Map<String, String> attributes = attributes(field.group(1));
      if (attributes.containsKey("name")) {
        fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
      }
    }
    return new Form(action.isEmpty() ? at : at.resolve(action), fields);
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    while (attribute.find()) {
      attributes.put(attribute.group(1), unescaped(attribute.group(2)));
    }
    return attributes;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x3D;", "=")
        .replace("&#61;", "=")
        .replace("&amp;", "&");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
