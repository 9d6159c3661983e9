/// The stub against what AWS documents.
@NullMarked
package app.oddiya.apps.stores.sns;

import org.jspecify.annotations.NullMarked;
