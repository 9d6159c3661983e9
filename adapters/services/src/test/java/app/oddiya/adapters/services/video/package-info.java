/// The video side's clients of sibling services, against servers that answer as those do.
@NullMarked
package app.oddiya.adapters.services.video;

import org.jspecify.annotations.NullMarked;
