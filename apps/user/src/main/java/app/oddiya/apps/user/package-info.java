/// The user service: profiles, and the devices that may be pushed to.
@NullMarked
package app.oddiya.apps.user;

import org.jspecify.annotations.NullMarked;
