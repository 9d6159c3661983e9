/// Plans as files that calendars and maps read.
@NullMarked
package app.oddiya.apps.plan.export;

import org.jspecify.annotations.NullMarked;
