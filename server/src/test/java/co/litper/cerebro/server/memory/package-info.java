@NullMarked
package co.litper.cerebro.server.memory;

import org.jspecify.annotations.NullMarked;
