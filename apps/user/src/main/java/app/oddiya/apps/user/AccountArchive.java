package app.oddiya.apps.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oddiya.adapters.web.Archive;
import app.oddiya.adapters.web.ByteSource;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.application.identity.ExportAccount;
import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// All that is held of somebody as one ZIP: what is held here, and what each keeper hands over, in
/// a folder of its own. Nothing of it is held back or kept in memory.
final class AccountArchive implements ByteSource {

  private static final String README =
      """
      This is all that Oddiya holds about you.

      profile.json   your account
      devices.json   the phones that you have let us send notices to
      sessions/      where you are signed in
      plans/         your trips
      videos/        your films: jobs.json, the photos you have uploaded, and the films
      """;

  private final ExportAccount.Export export;

  AccountArchive(ExportAccount.Export export) {
    this.export = export;
  }

  record Phone(String deviceId, Platform platform) {

    static Phone of(Device device) {
      return new Phone(device.id().value(), device.platform());
    }
  }

  record Phones(List<Phone> items) {}

  @Override
  public void writeTo(OutputStream out) throws IOException {
    Archive archive = new Archive(out);
    archive.add("README.txt", README.getBytes(UTF_8));
    archive.add("profile.json", Wire.write(ProfileRoutes.UserView.of(export.user())));
    archive.add(
        "devices.json", Wire.write(new Phones(export.devices().stream().map(Phone::of).toList())));
    for (Map.Entry<Keeper, InputStream> kept : export.archives().entrySet()) {
      new KeptArchive(kept.getValue()).copyInto(archive, kept.getKey().what());
    }
    archive.finish();
  }

  @Override
  public void close() {
    export.close();
  }
}
