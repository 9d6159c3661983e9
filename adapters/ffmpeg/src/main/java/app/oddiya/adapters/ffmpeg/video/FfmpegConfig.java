package app.oddiya.adapters.ffmpeg.video;

import java.nio.file.Path;
import java.util.Optional;

/// Where the media programs are.
///
/// @param ffmpeg a program to use in place of the one carried along, with its `ffprobe` beside it;
///     it needs libx264 and, for photos from iPhones, version 7 or later
/// @param cache folder of this user's own in which what is carried in jars is unpacked, once; made
///     if absent
public record FfmpegConfig(Optional<Path> ffmpeg, Path cache) {}
