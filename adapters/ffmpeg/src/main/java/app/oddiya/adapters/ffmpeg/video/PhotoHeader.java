package app.oddiya.adapters.ffmpeg.video;

import java.util.Optional;

/// What a photo's file says of itself before any pixel is decoded.
///
/// @param width as stored, before any turn
/// @param height as stored, before any turn
/// @param turned whether its container (HEIF) turns it by a quarter, so that width and height
///     change places in what a decoder gives
/// @param exif the TIFF structure with its metadata
/// @param icc its colour profile
record PhotoHeader(
    int width, int height, boolean turned, Optional<byte[]> exif, Optional<byte[]> icc) {

  long pixels() {
    return (long) width * height;
  }
}
