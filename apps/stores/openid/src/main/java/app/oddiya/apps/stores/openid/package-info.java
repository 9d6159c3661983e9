/// mock-oauth2-server in a process of its own, playing Google and Apple.
@NullMarked
package app.oddiya.apps.stores.openid;

import org.jspecify.annotations.NullMarked;
