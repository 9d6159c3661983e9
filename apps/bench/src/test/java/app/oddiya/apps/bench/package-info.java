/// Tests of the instruments; what they measure is not run here.
@NullMarked
package app.oddiya.apps.bench;

import org.jspecify.annotations.NullMarked;
