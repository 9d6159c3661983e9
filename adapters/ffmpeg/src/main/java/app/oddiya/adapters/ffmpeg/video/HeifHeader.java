package app.oddiya.adapters.ffmpeg.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the boxes of a HEIF file (ISO/IEC 23008-12), of which HEIC and AVIF are kinds: the size,
/// turn and profile of its primary item, and where its Exif item lies.
///
/// The turn of such a photo is a property of the item (`irot`, `imir`); the orientation in its Exif
/// is a copy for readers of something else and is ignored, as the standard says.
final class HeifHeader {

  private static final int MOST_METADATA = 1 << 20;
  private static final int MOST_BOXES = 10_000;

  private final ByteBuffer file;

  /// Position and length of each item's bytes in the file, for items that lie in one piece.
  private final Map<Integer, Span> places = new HashMap<>();

  /// Properties in the order of their box; items refer to them by number, from 1.
  private final List<Box> properties = new ArrayList<>();

  private final Map<Integer, List<Integer>> propertiesOfItem = new HashMap<>();
  private int primary;
  private Optional<Integer> exifItem = Optional.empty();
  private int boxesLeft = MOST_BOXES;

  private HeifHeader(ByteBuffer file) {
    this.file = file;
  }

  /// @throws IndexOutOfBoundsException if the file ends within a box
  static PhotoHeader read(ByteBuffer file) throws DamagedPhoto {
    return new HeifHeader(file).read();
  }

  private PhotoHeader read() throws DamagedPhoto {
    Optional<Box> meta = Optional.empty();
    for (Box box : boxes(0, file.limit())) {
      if (box.type().equals("meta")) {
        meta = Optional.of(box);
      }
    }
    if (meta.isEmpty()) {
      throw new DamagedPhoto("no picture in it");
    }
    for (Box box : boxes(meta.get().at() + 4, meta.get().end())) {
      switch (box.type()) {
        case "pitm" -> primary = id(box.at() + 4, version(box) == 0 ? 2 : 4);
        case "iinf" -> readItems(box);
        case "iloc" -> readPlaces(box);
        case "iprp" -> readProperties(box);
        default -> {
          // References and the rest matter to the decoder only.
        }
      }
    }
    return header();
  }

  private PhotoHeader header() throws DamagedPhoto {
    int width = 0;
    int height = 0;
    boolean turned = false;
    Optional<byte[]> icc = Optional.empty();
    for (int number : propertiesOfItem.getOrDefault(primary, List.of())) {
      if (number < 1 || number > properties.size()) {
        continue;
      }
      Box property = properties.get(number - 1);
      switch (property.type()) {
        case "ispe" -> {
          width = file.getInt(property.at() + 4);
          height = file.getInt(property.at() + 8);
        }
        case "irot" -> turned = (file.get(property.at()) & 1) == 1;
        case "colr" -> icc = profile(property);
        default -> {
          // Pixel depth, decoder configuration, mirroring: none changes the size.
        }
      }
    }
    if (width <= 0 || height <= 0) {
      throw new DamagedPhoto("no size");
    }
    return new PhotoHeader(width, height, turned, exif(), icc);
  }

  private Optional<byte[]> profile(Box colour) {
    String kind = text(colour.at());
    boolean isProfile = kind.equals("prof") || kind.equals("rICC");
    return isProfile && colour.length() - 4 <= MOST_METADATA
        ? Optional.of(bytes(colour.at() + 4, colour.length() - 4))
        : Optional.empty();
  }

  /// The TIFF structure of the Exif item, behind the offset that comes first in it.
  private Optional<byte[]> exif() {
    Span place = exifItem.map(places::get).orElse(null);
    if (place == null || place.length() < 8 || place.length() > MOST_METADATA) {
      return Optional.empty();
    }
    int skip = file.getInt(place.at());
    if (skip < 0 || skip > place.length() - 8) {
      return Optional.empty();
    }
    return Optional.of(bytes(place.at() + 4 + skip, place.length() - 4 - skip));
  }

  private void readItems(Box items) throws DamagedPhoto {
    int counted = version(items) == 0 ? 2 : 4;
    for (Box entry : boxes(items.at() + 4 + counted, items.end())) {
      int version = version(entry);
      if (!entry.type().equals("infe") || version < 2) {
        continue;
      }
      int idBytes = version == 2 ? 2 : 4;
      if (text(entry.at() + 4 + idBytes + 2).equals("Exif")) {
        exifItem = Optional.of(id(entry.at() + 4, idBytes));
      }
    }
  }

  private void readPlaces(Box locations) throws DamagedPhoto {
    int version = version(locations);
    int at = locations.at() + 4;
    int sizes = file.getShort(at) & 0xffff;
    int offsetBytes = sizes >> 12;
    int lengthBytes = sizes >> 8 & 15;
    int baseBytes = sizes >> 4 & 15;
    int indexBytes = version == 0 ? 0 : sizes & 15;
    int idBytes = version < 2 ? 2 : 4;
    int count = id(at + 2, idBytes);
    at += 2 + idBytes;
    for (int item = 0; item < count; item++) {
      int id = id(at, idBytes);
      at += idBytes;
      boolean inFile = version == 0 || (file.getShort(at) & 15) == 0;
      at += version == 0 ? 0 : 2;
      at += 2;
      long base = number(at, baseBytes);
      at += baseBytes;
      int extents = file.getShort(at) & 0xffff;
      at += 2;
      if (extents == 1 && inFile) {
        long begin = base + number(at + indexBytes, offsetBytes);
        long length = number(at + indexBytes + offsetBytes, lengthBytes);
        if (begin >= 0 && length >= 0 && begin + length <= file.limit()) {
          places.put(id, new Span((int) begin, (int) length));
        }
      }
      at = Math.addExact(at, Math.multiplyExact(extents, indexBytes + offsetBytes + lengthBytes));
      countBox();
    }
  }

  private void readProperties(Box all) throws DamagedPhoto {
    for (Box box : boxes(all.at(), all.end())) {
      switch (box.type()) {
        case "ipco" -> properties.addAll(boxes(box.at(), box.end()));
        case "ipma" -> readAssociations(box);
        default -> {
          // Nothing else is defined here.
        }
      }
    }
  }

  private void readAssociations(Box associations) throws DamagedPhoto {
    boolean wide = (file.getInt(associations.at()) & 1) == 1;
    int idBytes = version(associations) == 0 ? 2 : 4;
    int count = file.getInt(associations.at() + 4);
    int at = associations.at() + 8;
    for (int entry = 0; entry < count; entry++) {
      List<Integer> numbers =
          propertiesOfItem.computeIfAbsent(id(at, idBytes), id -> new ArrayList<>());
      int of = file.get(at + idBytes) & 0xff;
      at += idBytes + 1;
      for (int i = 0; i < of; i++) {
        numbers.add(wide ? file.getShort(at) & 0x7fff : file.get(at) & 0x7f);
        at += wide ? 2 : 1;
      }
      countBox();
    }
  }

  private List<Box> boxes(int from, int end) throws DamagedPhoto {
    List<Box> boxes = new ArrayList<>();
    int at = from;
    while (at + 8 <= end) {
      long length = file.getInt(at) & 0xffffffffL;
      int header = 8;
      if (length == 1) {
        length = file.getLong(at + 8);
        header = 16;
      } else if (length == 0) {
        length = (long) end - at;
      }
      if (length < header || length > end - at) {
        throw new DamagedPhoto("a box that leaves its place");
      }
      boxes.add(new Box(text(at + 4), at + header, (int) (at + length)));
      at += (int) length;
      countBox();
    }
    return boxes;
  }

  private void countBox() throws DamagedPhoto {
    if (--boxesLeft < 0) {
      throw new DamagedPhoto("too many boxes");
    }
  }

  private int version(Box full) {
    return file.get(full.at()) & 0xff;
  }

  private int id(int at, int bytes) {
    return bytes == 2 ? file.getShort(at) & 0xffff : file.getInt(at);
  }

  private long number(int at, int bytes) {
    return switch (bytes) {
      case 0 -> 0;
      case 4 -> file.getInt(at) & 0xffffffffL;
      default -> file.getLong(at);
    };
  }

  private String text(int at) {
    return new String(bytes(at, 4), StandardCharsets.ISO_8859_1);
  }

  private byte[] bytes(int at, int length) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    return bytes;
  }

  /// @param at of its content
  private record Box(String type, int at, int end) {

    int length() {
      return end - at;
    }
  }

  private record Span(int at, int length) {}
}
