package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Director;
import app.oddiya.domain.video.film.FilmRequest;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.RenderOutcome.Rendered;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Teaser;
import app.oddiya.domain.video.film.Template;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Tag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that files say of their owner is in what is made of them.
class PrivacyTest {

  /// In every text of every file.
  private static final String CANARY = "Mina's iPhone";

  /// Boxes that a film needs to be played (ISO/IEC 14496-12, -14 and -15). None of them has room
  /// for a text but `hdlr`, which names its kind.
  private static final Set<String> NEEDED =
      Set.of(
          "ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "minf",
          "vmhd", "smhd", "dinf", "dref", "stbl", "stsd", "stts", "stss", "ctts", "stsc", "stsz",
          "stco", "sgpd", "sbgp", "free", "mdat", "udta");

  private static final Set<String> HOLDING_OTHERS =
      Set.of("moov", "trak", "edts", "mdia", "minf", "dinf", "stbl");

  @TempDir Path folder;

  @Test
  void noPositionDeviceOrOwnerIsInTheFilmItsPosterOrItsPreview()
      throws IOException, InterruptedException, ImageProcessingException {
    List<DecodedPhoto> photos = List.of(read(jpeg()), read(png()), read(describedJpeg()));
    assertThat(photos.getFirst().position()).isPresent();
    FilmRequest request =
        new FilmRequest(
            Template.BASIC,
            Aspect.SQUARE,
            15,
            Optional.empty(),
            Optional.empty(),
            new Soundtrack.Brought(music()));
    FfmpegRenderer renderer =
        new FfmpegRenderer(
            Tools.ffmpeg(),
            Typefaces.of(new FfmpegConfig(Optional.empty(), Tools.cache())),
            InstantSource.system());

    Rendered film =
        (Rendered)
            renderer.render(
                new Director(request).cut(photos).storyboard(),
                folder,
                Renderer.Progress.IGNORED,
                soon());
    Rendered preview = (Rendered) renderer.preview(Teaser.of(request, photos), folder, soon());

    for (Path output : List.of(film.film(), film.poster(), preview.film(), preview.poster())) {
      assertThat(new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1))
          .as("%s", output)
          .doesNotContain(CANARY, "iPhone", "Exif", "http://ns.adobe.com", "Photoshop", "2026:05");
    }
    for (Path movie : List.of(film.film(), preview.film())) {
      assertThat(NEEDED).containsAll(boxes(movie));
    }
    for (Path picture : List.of(film.poster(), preview.poster())) {
      assertThat(ImageMetadataReader.readMetadata(picture.toFile()).getDirectories())
          .extracting(Directory::getName)
          .isSubsetOf("JPEG", "JFIF", "Huffman", "File Type", "File");
    }
    // A film of a moment: that of its making is nobody's business either.
    for (Directory each : ImageMetadataReader.readMetadata(film.film().toFile()).getDirectories()) {
      assertThat(each.getTags())
          .filteredOn(tag -> tag.getTagName().contains("Time") && tag.getTagName().contains("on "))
          .extracting(Tag::getDescription)
          .allMatch(description -> description.contains("1904"));
    }
  }

  /// The types of all boxes.
  private static Set<String> boxes(Path movie) throws IOException {
    Set<String> types = new TreeSet<>();
    addBoxes(ByteBuffer.wrap(Files.readAllBytes(movie)), types);
    return types;
  }

  private static void addBoxes(ByteBuffer file, Set<String> types) {
    while (file.remaining() >= 8) {
      int length = file.getInt();
      byte[] type = new byte[4];
      file.get(type);
      String name = new String(type, StandardCharsets.ISO_8859_1);
      types.add(name);
      ByteBuffer content = file.slice(file.position(), length - 8);
      if (name.equals("udta")) {
        assertThat(StandardCharsets.ISO_8859_1.decode(content.duplicate()).toString())
            .as("a list of nothing")
            .endsWith("\0\0\0\10ilst");
      }
      if (HOLDING_OTHERS.contains(name)) {
        addBoxes(content, types);
      }
      file.position(file.position() + length - 8);
    }
  }

  /// With time, position, a comment, XMP and IPTC.
  private static byte[] jpeg() {
    byte[] jpeg =
        TestPhotos.withExif(
            TestPhotos.jpeg(picture(1)),
            TestPhotos.exif(
                LocalDateTime.parse("2026-05-03T14:05:06"),
                ZoneOffset.ofHours(9),
                new GeoPoint(35.1587, 129.1604)));
    jpeg = TestPhotos.with(jpeg, 0xfe, text(CANARY));
    jpeg =
        TestPhotos.with(
            jpeg,
            0xe1,
            text(
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><aux:SerialNumber>"
                    + CANARY
                    + "</aux:SerialNumber></x:xmpmeta>"));
    return TestPhotos.with(jpeg, 0xed, text("Photoshop 3.0\u00008BIM" + CANARY));
  }

  /// With camera, owner, serial number, and a thumbnail.
  private static byte[] describedJpeg() {
    byte[] thumbnail =
        TestPhotos.with(TestPhotos.jpeg(TestPhotos.corners(160, 120)), 0xfe, text(CANARY));
    int[] tags = {0x010e, 0x010f, 0x0110, 0x0131, 0x013b, 0x8298, 0xa430, 0xa431, 0xa435};
    byte[] value = text(CANARY + "\0");
    int second = 8 + 2 + 12 * tags.length + 4;
    int data = second + 2 + 12 * 2 + 4;
    ByteBuffer tiff = ByteBuffer.allocate(data + value.length + thumbnail.length);
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) tags.length);
    for (int tag : tags) {
      tiff.putShort((short) tag).putShort((short) 2).putInt(value.length).putInt(data);
    }
    tiff.putInt(second).putShort((short) 2);
    tiff.putShort((short) 0x0201).putShort((short) 4).putInt(1).putInt(data + value.length);
    tiff.putShort((short) 0x0202).putShort((short) 4).putInt(1).putInt(thumbnail.length);
    tiff.putInt(0).put(value).put(thumbnail);
    return TestPhotos.withExif(TestPhotos.jpeg(picture(2)), tiff.array());
  }

  /// With a text beside its pixels.
  private static byte[] png() {
    byte[] png = TestPhotos.png(picture(3));
    byte[] content = text("tEXtAuthor\0" + CANARY);
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteArrayOutputStream with = new ByteArrayOutputStream();
    with.write(png, 0, 33);
    with.writeBytes(
        ByteBuffer.allocate(content.length + 8)
            .putInt(content.length - 4)
            .put(content)
            .putInt((int) sum.getValue())
            .array());
    with.write(png, 33, png.length - 33);
    return with.toByteArray();
  }

  private Path music() throws IOException, InterruptedException {
    Path song = folder.resolve("song.mp3");
    List<String> arguments =
        new ArrayList<>(List.of("-f", "lavfi", "-i", "sine=d=20:sample_rate=48000"));
    for (String tag : List.of("title", "artist", "comment", "copyright")) {
      arguments.addAll(List.of("-metadata", tag + "=" + CANARY));
    }
    arguments.add(Ffmpeg.local(song));
    Tools.run(arguments.toArray(String[]::new));
    return switch (new FfmpegMusicDecoder(Tools.ffmpeg(), InstantSource.system())
        .read(song, folder, 15, soon())) {
      case MusicReading.Readable(Path samples) -> samples;
      case MusicReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static BufferedImage picture(int number) {
    return TestPhotos.corners(900 + 100 * number, 900);
  }

  private DecodedPhoto read(byte[] photo) throws IOException, InterruptedException {
    Path file = Files.write(Files.createTempFile(folder, "upload", ""), photo);
    return switch (new FfmpegPhotoDecoder(Tools.ffmpeg(), InstantSource.system())
        .read(file, folder, Aspect.SQUARE.frame(), soon())) {
      case PhotoReading.Readable(DecodedPhoto decoded) -> decoded;
      case PhotoReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMinutes(2), InstantSource.system());
  }
}
