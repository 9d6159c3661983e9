package app.oddiya.deploy.observability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A query of Prometheus, as far as it must be understood to find what it asks for. Not a whole
/// parser: it knows the words of the language, and takes every other name for a metric.
///
/// @param metrics that it asks for
/// @param labels by which it chooses or groups
/// @param services that it names
/// @param flaws of its form; empty if it looks like a query
record PromQl(Set<String> metrics, Set<String> labels, Set<String> services, List<String> flaws) {

  private static final Set<String> FUNCTIONS =
      Set.of(
          "rate",
          "increase",
          "sum",
          "max",
          "min",
          "avg",
          "count",
          "time",
          "absent",
          "histogram_quantile",
          "min_over_time",
          "max_over_time",
          "clamp_min");

  private static final Set<String> OPERATORS = Set.of("and", "or", "unless");
  private static final Set<String> GROUPINGS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(?<word>[a-zA-Z_:][a-zA-Z0-9_:]*)|(?<duration>\\[[0-9]+[smhd]\\])"
              + "|(?<number>[0-9]+(\\.[0-9]+)?)|(?<text>\"[^\"]*\")"
              + "|(?<match>=~|!~)|(?<compare>==|!=|<=|>=|<|>)|(?<sign>[-+*/=,(){}])");

  static PromQl read(String query) {
    return new Reading(query).result();
  }

  private static final class Reading {

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> metrics = new TreeSet<>();
    private final Set<String> labels = new TreeSet<>();
    private final Set<String> services = new TreeSet<>();
    private final List<String> flaws = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Reading(String query) {
      Matcher matcher = TOKEN.matcher(query);
      int at = 0;
      while (at < query.length()) {
        if (!matcher.find(at) || matcher.start() != at) {
          flaws.add("not understood: " + query.substring(at));
          return;
        }
        if (!matcher.group().isBlank()) {
          tokens.add(matcher.group());
        }
        at = matcher.end();
      }
    }

    private PromQl result() {
      for (int i = 0; i < tokens.size(); i++) {
        read(i);
      }
      open.forEach(bracket -> flaws.add("never closed: " + bracket));
      if (metrics.isEmpty()) {
        flaws.add("asks for nothing");
      }
      return new PromQl(metrics, labels, services, flaws);
    }

    private void read(int i) {
      String token = tokens.get(i);
      switch (token) {
        case "(" -> open.push(i > 0 && GROUPINGS.contains(tokens.get(i - 1)) ? "by(" : "(");
        case "{" -> open.push("{");
        case ")", "}" -> close(token);
        default -> {
          if (token.matches("[a-zA-Z_:].*")) {
            word(token, i);
          } else if (token.startsWith("[") && !isSelected(i)) {
            flaws.add("a range of nothing: " + token);
          }
        }
      }
    }

    private void close(String token) {
      boolean fits =
          !open.isEmpty()
              && (token.equals("}") ? open.peek().equals("{") : open.peek().endsWith("("));
      if (fits) {
        open.pop();
      } else {
        flaws.add("never opened: " + token);
      }
    }

    private void word(String word, int i) {
      String within = open.isEmpty() ? "" : open.peek();
      if (within.equals("{")) {
        labels.add(word);
        matched(word, i);
      } else if (within.equals("by(")) {
        labels.add(word);
      } else if (FUNCTIONS.contains(word)) {
        if (!next(i).equals("(") && !GROUPINGS.contains(next(i))) {
          flaws.add("a function of nothing: " + word);
        }
      } else if (next(i).equals("(") && !GROUPINGS.contains(word) && !OPERATORS.contains(word)) {
        flaws.add("an unknown function: " + word);
      } else if (!OPERATORS.contains(word) && !GROUPINGS.contains(word)) {
        metrics.add(word);
      }
    }

    private void matched(String label, int i) {
      String value = i + 2 < tokens.size() ? tokens.get(i + 2) : "";
      if (!Set.of("=", "!=", "=~", "!~").contains(next(i)) || !value.startsWith("\"")) {
        flaws.add("a label without a value: " + label);
      } else if (label.equals("service") && next(i).equals("=")) {
        services.add(value.substring(1, value.length() - 1));
      }
    }

    private boolean isSelected(int i) {
      return i > 0 && (tokens.get(i - 1).equals("}") || metrics.contains(tokens.get(i - 1)));
    }

    private String next(int i) {
      return i + 1 < tokens.size() ? tokens.get(i + 1) : "";
    }
  }
}
