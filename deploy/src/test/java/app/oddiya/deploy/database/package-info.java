/// Tests that run the database's configuration and scripts on real stores.
@NullMarked
package app.oddiya.deploy.database;

import org.jspecify.annotations.NullMarked;
