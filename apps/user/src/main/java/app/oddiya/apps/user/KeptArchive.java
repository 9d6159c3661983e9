package app.oddiya.apps.user;

import app.oddiya.adapters.web.Archive;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A keeper's ZIP, taken apart as it comes.
///
/// Its entries come before the directory that says how many there are, and the JDK's reader stops
/// at the directory without reading it: a ZIP that ends too early, between two entries, would pass
/// for a shorter one. So the last record is looked at as well.
final class KeptArchive {

  /// The signature of the record that ends a ZIP, and where it counts its entries (APPNOTE 6.3.10,
  /// section 4.3.16).
  private static final int END = 0x06054b50;

  private static final int COUNT_AT = 10;
  private static final int END_LENGTH = 22;

  private final Tail bytes;

  /// @param bytes left open
  KeptArchive(InputStream bytes) {
    this.bytes = new Tail(bytes);
  }

  /// Copies every entry.
  ///
  /// @throws IOException also if it is not whole
  void copyInto(Archive archive, String folder) throws IOException {
    ZipInputStream zip = new ZipInputStream(bytes);
    int count = 0;
    ZipEntry entry = zip.getNextEntry();
    while (entry != null) {
      copy(entry, zip, archive, folder);
      count++;
      entry = zip.getNextEntry();
    }
    bytes.transferTo(OutputStream.nullOutputStream());
    if (!bytes.endZipOf(count)) {
      throw new IOException("the ZIP of " + folder + " is not whole");
    }
  }

  private static void copy(ZipEntry entry, InputStream content, Archive archive, String folder)
      throws IOException {
    String name = folder + "/" + entry.getName();
    if (name.endsWith(".json")) {
      archive.add(name, content::transferTo);
    } else {
      archive.copy(name, content);
    }
  }

  /// Remembers the last bytes that were read.
  private static final class Tail extends FilterInputStream {

    private final byte[] last = new byte[END_LENGTH];

    Tail(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int count = in.read(target, from, length);
      if (count > 0) {
        int fresh = Math.min(count, END_LENGTH);
        System.arraycopy(last, fresh, last, 0, END_LENGTH - fresh);
        System.arraycopy(target, from + count - fresh, last, END_LENGTH - fresh, fresh);
      }
      return count;
    }

    /// Whether they end a ZIP of so many entries, without a comment.
    boolean endZipOf(int count) {
      ByteBuffer end = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
      return end.getInt(0) == END && end.getShort(COUNT_AT) == (short) Math.min(count, 0xffff);
    }
  }
}
