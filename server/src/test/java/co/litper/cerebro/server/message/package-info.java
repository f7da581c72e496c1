@NullMarked
package co.litper.cerebro.server.message;

import org.jspecify.annotations.NullMarked;
