/// An OpenID provider that lies, stalls and breaks off when it is told to, for tests of what is
/// believed of one. Its tokens are put together from text and the JDK's signatures, so that nothing
/// stands between a test and what it wants to forge.
@NullMarked
package app.oddiya.apps.stores.rogue;

import org.jspecify.annotations.NullMarked;
