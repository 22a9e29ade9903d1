/**
 * The acceptance journey, played through HTTP as residents' and staff's phones would: the same code runs behind the page's
 * button, behind the command line and in the acceptance test. It knows the server only by its API.
 */
@NullMarked
package dev.gridbell.firstrun.story;

import org.jspecify.annotations.NullMarked;
