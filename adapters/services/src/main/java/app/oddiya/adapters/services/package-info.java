/// What the clients of several contexts share.
@NullMarked
package app.oddiya.adapters.services;

import org.jspecify.annotations.NullMarked;
