/// What can be done with plans: have one written, keep it, show it, drop it.
@NullMarked
package app.oddiya.application.planning;

import org.jspecify.annotations.NullMarked;
