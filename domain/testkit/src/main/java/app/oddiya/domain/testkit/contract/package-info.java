/// What every implementation of a port must do, one interface a port: a runner of a fake or of a
/// real adapter holds only set-up.
@NullMarked
package app.oddiya.domain.testkit.contract;

import org.jspecify.annotations.NullMarked;
