/// Makes HTTP load with one or two threads, so that what is measured has the machine.
@NullMarked
package app.oddiya.apps.bench.load;

import org.jspecify.annotations.NullMarked;
