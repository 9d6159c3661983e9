/// The demo: one whole trip on real parts, with what it leaves to look at.
@NullMarked
package app.oddiya.apps.local.demo;

import org.jspecify.annotations.NullMarked;
