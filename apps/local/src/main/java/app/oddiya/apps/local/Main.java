package app.oddiya.apps.local;

import app.oddiya.apps.stores.StoreFailure;
import java.util.Arrays;

/// `./oddiya up` and `./oddiya demo`.
public final class Main {

  /// EX_USAGE of sysexits.h.
  private static final int EXIT_USAGE = 64;

  /// EX_CONFIG of sysexits.h, as every service's own.
  private static final int EXIT_CONFIG = 78;

  private Main() {}

  /// `--root DIR COMMAND OPTIONS`, as the script calls it.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try {
      if (args.length < 3 || !args[0].equals("--root")) {
        throw new IllegalArgumentException("start it with ./oddiya");
      }
      WorkingCopy copy = WorkingCopy.at(args[1]);
      String[] options = Arrays.copyOfRange(args, 3, args.length);
      return switch (args[2]) {
        case "up" -> Up.run(copy, options);
        case "demo" -> DemoCommand.run(copy, options);
        default -> throw new IllegalArgumentException("no such command: " + args[2]);
      };
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return EXIT_USAGE;
    } catch (StoreFailure e) {
      System.err.println(withReasons(e));
      return 1;
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      return e.isBadSettings() ? EXIT_CONFIG : 1;
    }
  }

  /// What went wrong, and what led to it as far as that has not been said.
  private static String withReasons(Throwable failure) {
    StringBuilder said = new StringBuilder(String.valueOf(failure.getMessage()));
    for (Throwable e = failure.getCause(); e != null; e = e.getCause()) {
      String reason = String.valueOf(e.getMessage());
      if (!said.toString().contains(reason)) {
        said.append(": ").append(reason);
      }
    }
    return said.toString();
  }
}
