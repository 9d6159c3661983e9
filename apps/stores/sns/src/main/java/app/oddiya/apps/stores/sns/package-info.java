/// A stub of Amazon SNS: the part of its Query protocol that Oddiya uses, refusing what AWS
/// refuses.
@NullMarked
package app.oddiya.apps.stores.sns;

import org.jspecify.annotations.NullMarked;
