/// What is known about the world without asking anybody: the catalogue's places, the table of
/// public holidays, estimated ways.
@NullMarked
package app.oddiya.adapters.traveldata.planning;

import org.jspecify.annotations.NullMarked;
