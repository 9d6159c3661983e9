package app.oddiya.adapters.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path with parameters: `/api/v1/plans/{id}`, `/api/v1/plans/{id}.ics`.
///
/// @param text as the route was declared
/// @param forms what a parameter must match; an id holds no dot, so that `.ics` can follow it
record PathTemplate(String text, Map<String, String> forms) {

  /// What needs no percent sign in a path, less the dot.
  static final String ID = "[A-Za-z0-9_~:-]{1,128}";

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

  static PathTemplate of(String text) {
    Map<String, String> forms = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      forms.put(matcher.group(1), ID);
    }
    return new PathTemplate(text, forms);
  }

  PathTemplate where(String parameter, String form) {
    if (!forms.containsKey(parameter)) {
      throw new IllegalArgumentException("parameter: " + parameter + " (expected: " + forms + ")");
    }
    Map<String, String> more = new LinkedHashMap<>(forms);
    more.put(parameter, form);
    return new PathTemplate(text, more);
  }

  boolean allows(Map<String, String> values) {
    return forms.entrySet().stream()
        .allMatch(form -> values.getOrDefault(form.getKey(), "").matches(form.getValue()));
  }

  List<String> parameters() {
    return List.copyOf(forms.keySet());
  }

  /// Sorts what is said in full before what a parameter may be: `/videos/templates` before
  /// `/videos/{jobId}`, and `/plans/{id}.ics` before `/plans/{id}`.
  String specificity() {
    StringBuilder key = new StringBuilder();
    for (String segment : text.substring(1).split("/", -1)) {
      boolean fixed = !segment.contains("{");
      key.append(fixed ? 'a' : segment.endsWith("}") ? 'c' : 'b').append(segment).append('\n');
    }
    return key.toString();
  }
}
