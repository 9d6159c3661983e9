package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.PhotoReading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is uploaded, it ends with a photo or a reason.
class MalformedPhotosTest {

  /// A shell's word for a program that a signal has ended is 128 and the signal, of which there are
  /// 31; ffmpeg's own words for its errors are larger.
  private static final int SIGNALLED = 128;

  /// SIGXCPU and SIGKILL, by which we end a run ourselves.
  private static final List<Integer> OURS = List.of(SIGNALLED + 24, SIGNALLED + 9);

  private static final FrameSize SMALL = new FrameSize(270, 480);

  /// What the decoder gives a photo at most, and something for what is done beside it.
  private static final Duration LONGEST = Duration.ofSeconds(40);

  @TempDir Path folder;

  @Test
  void everyOneEndsWithAPhotoOrAReasonAndNoProcessBySignal()
      throws IOException, InterruptedException, ExecutionException {
    Map<String, byte[]> malformed = MalformedPhotos.all(folder);
    assertThat(malformed).hasSizeGreaterThanOrEqualTo(200);
    Path exits = Files.createFile(folder.resolve("exits"));
    FfmpegPhotoDecoder decoder =
        new FfmpegPhotoDecoder(Ffmpeg.of(noting(exits)), InstantSource.system());

    List<Future<String>> endings = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
      for (Map.Entry<String, byte[]> each : malformed.entrySet()) {
        endings.add(readers.submit(() -> ending(each.getKey(), decoder, each.getValue())));
      }
    }

    List<String> bad = new ArrayList<>();
    for (Future<String> ending : endings) {
      if (!ending.get().isEmpty()) {
        bad.add(ending.get());
      }
    }
    assertThat(bad).as("of seed %d", MalformedPhotos.SEED).isEmpty();
    assertThat(Files.readAllLines(exits).stream().map(Integer::valueOf).distinct())
        .allMatch(exit -> exit <= SIGNALLED || exit > SIGNALLED + 31 || OURS.contains(exit));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("photo-"))).isEmpty();
    }
  }

  /// Hostile files name this machine's own port; a program that follows them would call here.
  @Test
  void nobodyIsCalled() throws IOException, InterruptedException {
    try (ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + listener.getLocalPort() + "/";
      List<String> hostile =
          List.of(
              "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n%sa.ts\n#EXT-X-ENDLIST\n",
              "ffconcat version 1.0\nfile '%sa.jpg'\n",
              "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><BaseURL>%s"
                  + "</BaseURL></MPD>",
              "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"%sa.png\"/></svg>",
              "[playlist]\nFile1=%sa.mp3\nNumberOfEntries=1\n",
              "RTSPtext\r\nrtsp://%s\r\n",
              "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nm=audio 9 RTP/AVP 0"
                  + "\r\na=%s\r\n");
      for (String text : hostile) {
        for (String opening :
            List.of("", "\u00ff\u00d8\u00ff\u00e0", "ID3\4\0\0\0\0\0\0", "OggS")) {
          byte[] content =
              (opening + text.formatted(address)).getBytes(StandardCharsets.ISO_8859_1);
          Path file = Files.write(Files.createTempFile(folder, "hostile", ""), content);
          new FfmpegPhotoDecoder(Tools.ffmpeg(), InstantSource.system())
              .read(file, folder, SMALL, soon());
          new FfmpegMusicDecoder(Tools.ffmpeg(), InstantSource.system())
              .read(file, folder, 15, soon());
        }
      }
      // Even where our own headers are not asked first.
      for (String text : hostile) {
        Path file = Files.writeString(folder.resolve("list"), text.formatted(address));
        for (MusicType type : MusicType.values()) {
          Tools.ffmpeg()
              .run(
                  List.of(
                      "-protocol_whitelist",
                      "file,pipe",
                      "-f",
                      type.demuxer(),
                      "-i",
                      Ffmpeg.local(file),
                      "-f",
                      "null",
                      "-"),
                  Tools.AMPLE,
                  LONGEST);
        }
      }

      listener.setSoTimeout(1);
      Optional<String> caller = caller(listener);
      assertThat(caller).isEmpty();
    }
  }

  private static Optional<String> caller(ServerSocket listener) throws IOException {
    try (var call = listener.accept()) {
      return Optional.of(call.toString());
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
  }

  /// What is wrong with how it ended; empty if nothing is.
  private String ending(String name, FfmpegPhotoDecoder decoder, byte[] content) {
    long began = System.nanoTime();
    try {
      Path file = Files.write(Files.createTempFile(folder, "upload", ""), content);
      PhotoReading reading = decoder.read(file, folder, SMALL, soon());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      if (took.compareTo(LONGEST) > 0) {
        return name + " took " + took;
      }
      return switch (reading) {
        case PhotoReading.Readable(var photo) -> {
          Files.delete(photo.pixels());
          yield "";
        }
        case PhotoReading.Refused(var _, String detail) ->
            detail.isBlank() ? name + " has no reason" : "";
      };
    } catch (Exception | Error e) {
      return name + ": " + e;
    }
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMinutes(1), InstantSource.system());
  }

  /// The carried ffmpeg behind a script that notes how each run has ended.
  private FfmpegConfig noting(Path exits) throws IOException {
    Path carried = Ffmpeg.carriedIn(Tools.cache());
    for (String name : List.of("ffmpeg", "ffprobe")) {
      String script =
          "#!/bin/sh\nexport LD_LIBRARY_PATH=%1$s\n%1$s/%2$s \"$@\"\nexit=$?\necho $exit >> %3$s\nexit $exit\n"
              .formatted(carried, name, exits);
      Path program = Files.writeString(folder.resolve(name), script);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
    return new FfmpegConfig(Optional.of(folder.resolve("ffmpeg")), Tools.cache());
  }
}
