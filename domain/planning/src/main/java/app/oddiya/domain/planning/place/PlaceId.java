package app.oddiya.domain.planning.place;

import java.util.Optional;

/// Which place: `{provider}:{the provider's id}`, as in `catalogue:seoul-gyeongbokgung`.
///
/// @param provider lower case letters, digits and hyphens
/// @param id letters, digits, hyphens and underscores; no dot, as ids stand in paths with endings
public record PlaceId(String provider, String id) {

  private static final int LONGEST_PROVIDER = 32;
  private static final int LONGEST_ID = 100;

  public PlaceId {
    if (!isProvider(provider) || !isId(id)) {
      throw new IllegalArgumentException(
          "id: " + provider + ":" + id + " (expected: {provider}:{id})");
    }
  }

  /// Reads the written form; empty for anything else.
  public static Optional<PlaceId> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String provider = text.substring(0, colon);
    String id = text.substring(colon + 1);
    return isProvider(provider) && isId(id)
        ? Optional.of(new PlaceId(provider, id))
        : Optional.empty();
  }

  // By hand: every stop of every plan that is read has one, and as a pattern they were a seventh
  // of what reading a plan costs.
  private static boolean isProvider(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_PROVIDER
        && isLower(text.charAt(0))
        && text.chars().allMatch(c -> isLower(c) || isDigit(c) || c == '-');
  }

  private static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_ID
        && text.chars()
            .allMatch(c -> isLower(c) || isUpper(c) || isDigit(c) || c == '-' || c == '_');
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public String toString() {
    return provider + ":" + id;
  }
}
