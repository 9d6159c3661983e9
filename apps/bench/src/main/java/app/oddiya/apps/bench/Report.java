package app.oddiya.apps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Figures for people, and for programs.
///
/// @param figures only those that have a bar
record Report(List<Figure> figures) {

  private static final List<String> HEADINGS =
      List.of("figure", "value", "beside", "ratio", "bar", "holds");

  Report {
    figures = List.copyOf(figures);
  }

  boolean holds() {
    return figures.stream().allMatch(Figure::holds);
  }

  /// A table of aligned columns.
  String asTable() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    figures.forEach(figure -> rows.add(cells(figure)));
    int[] widths = new int[HEADINGS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> cells(Figure figure) {
    String bar = number(figure.bar());
    return List.of(
        figure.name(),
        number(figure.value()) + " " + figure.unit(),
        figure.peer().map(p -> p.name() + " " + number(p.value())).orElse(""),
        figure.ratio().map(Report::number).orElse(""),
        "<= " + bar + (figure.ratio().isPresent() ? " x" : " " + figure.unit()),
        figure.holds() ? "yes" : "NO");
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(cells.get(i)).repeat(" ", widths[i] - cells.get(i).length() + 2);
    }
    return line.toString().stripTrailing();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
  }

  /// An array of objects: `figure`, `value`, `unit`, `peer`, `peerValue`, `ratio`, `bar`, `holds`;
  /// `null` for what a figure has not. Numbers are as measured, not rounded.
  String asJson() {
    List<Map<String, Object>> rows = figures.stream().map(Report::members).toList();
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(rows)
        + "\n";
  }

  private static Map<String, Object> members(Figure figure) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("figure", figure.name());
    members.put("value", figure.value());
    members.put("unit", figure.unit());
    members.put("peer", figure.peer().map(Figure.Peer::name));
    members.put("peerValue", figure.peer().map(Figure.Peer::value));
    members.put("ratio", figure.ratio());
    members.put("bar", figure.bar());
    members.put("holds", figure.holds());
    return members;
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, asJson());
  }
}
