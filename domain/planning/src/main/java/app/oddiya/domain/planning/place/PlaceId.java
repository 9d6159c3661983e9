package app.oddiya.domain.planning.place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which place: `{provider}:{the provider's id}`, as in `catalogue:seoul-gyeongbokgung`.
///
/// @param provider lower case letters, digits and hyphens
/// @param id letters, digits, hyphens and underscores; no dot, as ids stand in paths with endings
public record PlaceId(String provider, String id) {

  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9-]{0,31}):([A-Za-z0-9_-]{1,100})");

  public PlaceId {
    if (!FORM.matcher(provider + ":" + id).matches()) {
      throw new IllegalArgumentException(
          "id: " + provider + ":" + id + " (expected: {provider}:{id})");
    }
  }

  /// Reads the written form; empty for anything else.
  public static Optional<PlaceId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(new PlaceId(matcher.group(1), matcher.group(2)));
  }

  @Override
  public String toString() {
    return provider + ":" + id;
  }
}
