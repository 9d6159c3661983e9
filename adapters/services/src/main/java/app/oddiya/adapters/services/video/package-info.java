/// What the video service and its worker ask their siblings.
@NullMarked
package app.oddiya.adapters.services.video;

import org.jspecify.annotations.NullMarked;
