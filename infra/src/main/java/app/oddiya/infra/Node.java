package app.oddiya.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Node.js on the path. CDK is written in TypeScript; its Java classes speak to it in a child
/// process, and without one the first of them fails with a message about a broken pipe.
final class Node {

  private static final int OLDEST = 20;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

  private Node() {}

  /// @throws IllegalStateException if there is none that will do, saying what to install
  static void require() {
    require(version());
  }

  static void require(String version) {
    Matcher found = VERSION.matcher(version);
    if (!found.matches() || Integer.parseInt(found.group(1)) < OLDEST) {
      throw new IllegalStateException(
          "The AWS side is synthesised by AWS CDK, which needs Node.js "
              + OLDEST
              + " or later on the PATH; found: "
              + (version.isEmpty() ? "none" : version)
              + ". Install it from https://nodejs.org/en/download (Debian 13: apt-get install"
              + " nodejs).");
    }
  }

  private static String version() {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException notThere) {
      return "";
    }
  }
}
