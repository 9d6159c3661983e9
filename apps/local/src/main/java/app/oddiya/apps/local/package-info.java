/// All seven services and their stores on one machine: `./oddiya up` and `./oddiya demo`.
@NullMarked
package app.oddiya.apps.local;

import org.jspecify.annotations.NullMarked;
