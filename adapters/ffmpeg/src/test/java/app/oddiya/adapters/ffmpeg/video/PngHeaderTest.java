package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is deflated beside the pixels: ffmpeg unfolds all of it, and took 1.6 GiB for a profile of
/// 200 MiB in a file of 0.9.
class PngHeaderTest {

  @ParameterizedTest
  @CsvSource({"iCCP,name||", "zTXt,name||", "iTXt,name|+|en|name|"})
  void metadataMayUnfoldToWhatCamerasWriteAndNotToMore(String type, String opening)
      throws IOException, DamagedPhoto {
    assertThat(PngHeader.read(with(type, opening, 100_000)).width()).isEqualTo(300);
    assertThatThrownBy(() -> PngHeader.read(with(type, opening, 20_000_000)))
        .isInstanceOf(DamagedPhoto.class)
        .hasMessageContaining("unfolds");
  }

  /// @param opening of the chunk, with `|` for a byte of 0 and `+` for one of 1
  private static ByteBuffer with(String type, String opening, int unfolded) throws IOException {
    byte[] png = MalformedPhotos.png(300, 300, new byte[300 * 901]);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(
        opening.replace('|', '\0').replace('+', '\1').getBytes(StandardCharsets.ISO_8859_1));
    content.writeBytes(MalformedPhotos.deflated(new byte[unfolded]));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(png, 0, 33);
    whole.writeBytes(MalformedPhotos.chunk(type, content.toByteArray()));
    whole.write(png, 33, png.length - 33);
    return ByteBuffer.wrap(whole.toByteArray());
  }
}
