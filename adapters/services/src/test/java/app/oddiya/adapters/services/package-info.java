/// What the tests of several contexts' clients share.
@NullMarked
package app.oddiya.adapters.services;

import org.jspecify.annotations.NullMarked;
