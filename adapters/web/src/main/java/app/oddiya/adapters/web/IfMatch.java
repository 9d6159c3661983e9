package app.oddiya.adapters.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The states of a resource that a write may start from (RFC 9110 section 13.1.1).
public sealed interface IfMatch {

  /// `*`, or entity tags with a comma and at most one space between them.
  String FORM = "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:, ?(?:W/)?\"[!#-~]*\")*)$";

  /// `*`: whatever state it is in.
  record AnyState() implements IfMatch {}

  /// @param tags opaque tags without their quotes; weak ones are left out, as they never match
  record OneOf(List<String> tags) implements IfMatch {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    private static OneOf in(String header) {
      List<String> strong = new ArrayList<>();
      Matcher tag = TAG.matcher(header);
      while (tag.find()) {
        if (tag.group(1) == null) {
          strong.add(tag.group(2));
        }
      }
      return new OneOf(strong);
    }
  }

  /// @param tag as it was given to [Reply#withETag]
  default boolean allows(String tag) {
    return switch (this) {
      case AnyState() -> true;
      case OneOf(var tags) -> tags.contains(tag);
    };
  }

  /// Reads the header; empty if it is none.
  static Optional<IfMatch> parse(String header) {
    if (!header.matches(FORM)) {
      return Optional.empty();
    }
    return Optional.of(header.equals("*") ? new AnyState() : OneOf.in(header));
  }
}
