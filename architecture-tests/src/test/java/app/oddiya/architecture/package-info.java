/// The rules of the house, each shown to fail on a planted violation.
@NullMarked
package app.oddiya.architecture;

import org.jspecify.annotations.NullMarked;
