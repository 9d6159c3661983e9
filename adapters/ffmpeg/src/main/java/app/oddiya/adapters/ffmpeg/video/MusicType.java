package app.oddiya.adapters.ffmpeg.video;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The kinds of sound file that are taken, each with the only demuxer of ffmpeg that is let near it
/// and the only decoders behind that.
enum MusicType {
  MP3("mp3", "mp3float,mp3"),
  AAC("aac", "aac"),
  /// Also what iPhones call M4A.
  MP4("mov", "aac,alac,mp3float,mp3"),
  OGG("ogg", "vorbis,opus,libopus,libvorbis,flac"),
  FLAC("flac", "flac"),
  WAV("wav", "pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le");

  /// Bytes of a file by which its type is told.
  static final int OPENING = 12;

  private final String demuxer;
  private final String decoders;

  MusicType(String demuxer, String decoders) {
    this.demuxer = demuxer;
    this.decoders = decoders;
  }

  String demuxer() {
    return demuxer;
  }

  String decoders() {
    return decoders;
  }

  /// The type that a file's first bytes speak of; its name is of no interest.
  static Optional<MusicType> of(byte[] opening) {
    if (opening.length < OPENING) {
      return Optional.empty();
    }
    String text = new String(opening, StandardCharsets.ISO_8859_1);
    if (text.startsWith("ID3")) {
      return Optional.of(MP3);
    }
    if (text.startsWith("OggS")) {
      return Optional.of(OGG);
    }
    if (text.startsWith("fLaC")) {
      return Optional.of(FLAC);
    }
    if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
      return Optional.of(WAV);
    }
    return text.startsWith("ftyp", 4) ? Optional.of(MP4) : frame(opening);
  }

  /// Without a container a file begins with its first frame: eleven or twelve ones, then the layer
  /// (ISO/IEC 11172-3 2.4.1.3; of ADTS, ISO/IEC 14496-3 1.A.2.2.1, it is always 0).
  private static Optional<MusicType> frame(byte[] opening) {
    if ((opening[0] & 0xff) != 0xff || (opening[1] & 0xe0) != 0xe0) {
      return Optional.empty();
    }
    return switch (opening[1] >> 1 & 3) {
      case 1 -> Optional.of(MP3);
      case 0 -> (opening[1] & 0xf0) == 0xf0 ? Optional.of(AAC) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
