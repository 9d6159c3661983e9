/// Tests of the stores themselves: that each is the real thing and dies with us.
@NullMarked
package app.oddiya.apps.stores;

import org.jspecify.annotations.NullMarked;
