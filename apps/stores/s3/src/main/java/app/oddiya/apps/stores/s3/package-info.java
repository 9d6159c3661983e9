/// S3Proxy in a process of its own, playing S3.
@NullMarked
package app.oddiya.apps.stores.s3;

import org.jspecify.annotations.NullMarked;
