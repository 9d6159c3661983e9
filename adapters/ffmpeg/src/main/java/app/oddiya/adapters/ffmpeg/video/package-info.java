/// Photos read and films made: frames drawn in Java, everything that has a codec done by one ffmpeg
/// beside the JVM.
@NullMarked
package app.oddiya.adapters.ffmpeg.video;

import org.jspecify.annotations.NullMarked;
