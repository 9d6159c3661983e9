package app.oddiya.adapters.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP that is sent while it is made, for a [ByteSource] to write.
///
/// There is nothing to close: [#finish] ends it, and where that is not come to because something
/// broke, what was sent is no ZIP. Closing it in any case, as streams are, would write a directory
/// and make a whole of half an archive.
public final class Archive {

  private final ZipOutputStream zip;

  /// @param out left open
  public Archive(OutputStream out) {
    this.zip = new ZipOutputStream(out);
  }

  /// What an entry holds.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Adds a text, which is compressed.
  public void add(String name, Content content) throws IOException {
    add(name, Deflater.DEFAULT_COMPRESSION, content);
  }

  /// Adds a text, which is compressed.
  public void add(String name, byte[] content) throws IOException {
    add(name, out -> out.write(content));
  }

  /// Adds bytes that could not be made fewer: photos, films.
  public void copy(String name, InputStream content) throws IOException {
    // Not the method without compression: it wants to know length and checksum beforehand.
    add(name, Deflater.NO_COMPRESSION, content::transferTo);
  }

  private void add(String name, int level, Content content) throws IOException {
    zip.setLevel(level);
    zip.putNextEntry(new ZipEntry(name));
    content.writeTo(new LeftOpen(zip));
    zip.closeEntry();
  }

  /// Writes the directory: only with it is it a ZIP.
  public void finish() throws IOException {
    zip.finish();
    zip.flush();
  }

  /// Whoever writes an entry may close what it was given, and ends nothing by it.
  private static final class LeftOpen extends FilterOutputStream {

    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() {}
  }
}
