/// What can be held of the images without Docker; `./oddiya image test` builds and runs them.
@NullMarked
package app.oddiya.deploy.images;

import org.jspecify.annotations.NullMarked;
