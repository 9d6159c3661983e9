/// How a person signs in and stays signed in: a sign-in under way, the code that ends it, and the
/// family of refresh tokens that follows.
@NullMarked
package app.oddiya.domain.identity.session;

import org.jspecify.annotations.NullMarked;
