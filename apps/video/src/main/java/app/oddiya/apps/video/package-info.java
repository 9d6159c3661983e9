/// The video service: uploads and orders for films over HTTP, and the relay that calls the workers.
@NullMarked
package app.oddiya.apps.video;

import org.jspecify.annotations.NullMarked;
