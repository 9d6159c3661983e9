/// OpenID Connect towards Google and Apple, and the access tokens that we sign ourselves.
@NullMarked
package app.oddiya.adapters.oidc;

import org.jspecify.annotations.NullMarked;
