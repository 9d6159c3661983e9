package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;

/// Where the services write when they run in this process: JSON lines in a file, the terminal is
/// for people.
final class Logs {

  private Logs() {}

  /// Must be called before anything logs.
  static void into(Home home) {
    System.setProperty("oddiya.log.file", home.log("services").toString());
    System.setProperty("logback.configurationFile", "logback-local.xml");
  }
}
