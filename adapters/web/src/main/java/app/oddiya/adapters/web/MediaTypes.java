package app.oddiya.adapters.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `Accept` and `Content-Type` (RFC 9110 sections 12.5.1 and 8.3).
final class MediaTypes {

  private MediaTypes() {}

  /// One range of an `Accept` header.
  private record Range(String type, String subtype, double quality) {

    int specificity() {
      return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
    }

    boolean includes(String mediaType) {
      String[] parts = mediaType.split("/", 2);
      return (type.equals("*") || type.equals(parts[0]))
          && (subtype.equals("*") || subtype.equals(parts[1]));
    }
  }

  /// The one of `offered` that the client likes most; of those it likes alike the first. Empty if
  /// it accepts none of them.
  static Optional<String> choose(Optional<String> accept, List<String> offered) {
    if (accept.isEmpty() || accept.get().isBlank()) {
      return offered.stream().findFirst();
    }
    List<Range> ranges = ranges(accept.get());
    Optional<String> best = Optional.empty();
    double bestQuality = 0;
    for (String candidate : offered) {
      double quality = quality(ranges, candidate);
      if (quality > bestQuality) {
        best = Optional.of(candidate);
        bestQuality = quality;
      }
    }
    return best;
  }

  /// The most specific range that includes a type decides about it.
  private static double quality(List<Range> ranges, String mediaType) {
    double quality = 0;
    int specificity = -1;
    for (Range range : ranges) {
      if (range.includes(mediaType) && range.specificity() > specificity) {
        specificity = range.specificity();
        quality = range.quality;
      }
    }
    return quality;
  }

  private static List<Range> ranges(String accept) {
    List<Range> ranges = new ArrayList<>();
    for (String item : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = item.split(";", -1);
      String[] type = parts[0].strip().split("/", -1);
      if (type.length == 2) {
        ranges.add(new Range(type[0], type[1], quality(parts)));
      }
    }
    return ranges;
  }

  private static double quality(String[] parts) {
    return Arrays.stream(parts)
        .skip(1)
        .map(String::strip)
        .filter(parameter -> parameter.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)"))
        .findFirst()
        .map(parameter -> Double.parseDouble(parameter.substring(2)))
        .orElse(1.0);
  }

  /// The media type without its parameters; empty if a `charset` other than UTF-8 is named.
  static Optional<String> inUtf8(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    boolean otherCharset =
        Arrays.stream(parts)
            .skip(1)
            .map(String::strip)
            .anyMatch(
                parameter ->
                    parameter.startsWith("charset=") && !parameter.matches("charset=\"?utf-?8\"?"));
    return otherCharset ? Optional.empty() : Optional.of(parts[0].strip());
  }
}
