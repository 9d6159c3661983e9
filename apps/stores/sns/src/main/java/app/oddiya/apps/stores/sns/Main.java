package app.oddiya.apps.stores.sns;

/// To come.
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
