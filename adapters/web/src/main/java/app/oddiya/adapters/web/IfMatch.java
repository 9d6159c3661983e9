package app.oddiya.adapters.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The states of a resource that a write may start from (RFC 9110 section 13.1.1).
public sealed interface IfMatch {

  /// `*`: whatever state it is in.
  record AnyState() implements IfMatch {}

  /// @param tags opaque tags without their quotes; weak ones are left out, as they never match
  record OneOf(List<String> tags) implements IfMatch {}

  default boolean allows(String tag) {
    return switch (this) {
      case AnyState() -> true;
      case OneOf(var tags) -> tags.contains(tag);
    };
  }

  /// Reads the header; empty if it is none.
  static Optional<IfMatch> parse(String header) {
    if (header.strip().equals("*")) {
      return Optional.of(new AnyState());
    }
    Pattern tag =
        Pattern.compile("\\G[ \\t]*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*(,|$)");
    Matcher matcher = tag.matcher(header);
    List<String> tags = new ArrayList<>();
    int end = 0;
    while (matcher.find()) {
      if (matcher.group(1) == null) {
        tags.add(matcher.group(2));
      }
      end = matcher.end();
    }
    boolean complete = end == header.length() && end > 0 && !header.endsWith(",");
    return complete ? Optional.of(new OneOf(tags)) : Optional.empty();
  }
}
