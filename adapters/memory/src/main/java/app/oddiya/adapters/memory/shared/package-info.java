/// Fakes of the ports that all contexts share.
@NullMarked
package app.oddiya.adapters.memory.shared;

import org.jspecify.annotations.NullMarked;
