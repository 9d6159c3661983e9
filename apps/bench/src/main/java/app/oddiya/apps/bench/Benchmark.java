package app.oddiya.apps.bench;

import java.util.List;

/// Something that can be measured: `./oddiya bench NAME`.
public interface Benchmark {

  /// As it is asked for, and as its file is called.
  String name();

  /// A line for the list.
  String summary();

  /// Measures, and says on the way how far it is.
  ///
  /// @throws BenchFailure if it cannot be measured; a figure is never made up
  List<Figure> measure(Bench bench, List<String> options);
}
