package app.oddiya.apps.auth;

import app.oddiya.adapters.web.ByteSource;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.application.identity.ExportSessions;
import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.OpenSession;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// `sessions.json` in a ZIP, for a person who wants to know what is held of them.
record SessionsArchive(ExportSessions.Held held) implements ByteSource {

  /// @param revocationTokenOf the provider of whom a token is kept, to be revoked with the account
  record SessionsView(List<SessionView> sessions, Optional<String> revocationTokenOf) {

    static SessionsView of(ExportSessions.Held held) {
      return new SessionsView(
          held.sessions().stream().map(SessionView::of).toList(),
          held.tokenOf().map(Provider::code));
    }
  }

  record SessionView(
      String id, String provider, Instant signedInAt, Instant renewedAt, Instant expiresAt) {

    static SessionView of(OpenSession session) {
      return new SessionView(
          session.family().toString(),
          session.provider().code(),
          session.begun(),
          session.renewed(),
          session.expiresAt());
    }
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry("sessions.json"));
    zip.write(Wire.write(SessionsView.of(held)));
    zip.closeEntry();
    zip.finish();
  }

  @Override
  public void close() {
    // Nothing is open: it was all read beforehand.
  }
}
