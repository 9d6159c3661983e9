package app.oddiya.adapters.ffmpeg.video;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The type of films: Noto Sans CJK, which has Hangul, kana, both kinds of Chinese and Latin of one
/// hand.
///
/// Java's fonts ask fontconfig what a machine has, and on a bare one everything that touches a font
/// dies. They are told that there is nothing to ask before the first of them is touched.
final class Typefaces {

  private static final CarriedFiles CARRIED =
      new CarriedFiles(
          "noto-sans-cjk-1.0.17",
          "/app/oddiya/adapters/ffmpeg/video/fonts/",
          List.of("NotoSansCJK-Bold.ttc", "NotoSansCJK-Medium.ttc"),
          Map.of());

  private static final String FONTCONFIG = "sun.awt.fontconfig";

  private final Font[] bold;
  private final Font[] medium;

  private Typefaces(Font[] bold, Font[] medium) {
    this.bold = bold;
    this.medium = medium;
  }

  static Typefaces of(FfmpegConfig config) {
    try {
      Path folder = CARRIED.unpackedIn(config.cache());
      leaveTheMachineAlone(folder);
      return new Typefaces(
          Font.createFonts(folder.resolve("NotoSansCJK-Bold.ttc").toFile()),
          Font.createFonts(folder.resolve("NotoSansCJK-Medium.ttc").toFile()));
    } catch (FontFormatException e) {
      throw new IllegalStateException("the carried fonts are broken", e);
    } catch (IOException e) {
      throw new UncheckedIOException("fonts could not be unpacked in " + config.cache(), e);
    }
  }

  private static void leaveTheMachineAlone(Path folder) throws IOException {
    if (System.getProperty(FONTCONFIG) != null) {
      return;
    }
    Path nothing = folder.resolve("fontconfig.properties");
    if (!Files.exists(nothing)) {
      Files.writeString(nothing, "version=1\nsequence.allfonts=default\n");
    }
    System.setProperty("java.awt.headless", "true");
    System.setProperty(FONTCONFIG, nothing.toString());
  }

  Font bold(Locale language, float size) {
    return of(bold, language, size);
  }

  Font medium(Locale language, float size) {
    return of(medium, language, size);
  }

  /// One character may be written in different ways by those who share it.
  private static Font of(Font[] faces, Locale language, float size) {
    String suffix =
        switch (language.getLanguage()) {
          case "ja" -> " JP";
          case "zh" ->
              language.getCountry().equals("TW") || language.getScript().equals("Hant")
                  ? " TC"
                  : " SC";
          default -> " KR";
        };
    return Arrays.stream(faces)
        .filter(face -> face.getFamily(Locale.ROOT).endsWith(suffix))
        .findFirst()
        .orElse(faces[0])
        .deriveFont(size);
  }
}
