@NullMarked
package co.litper.cerebro.adapters.claude;

import org.jspecify.annotations.NullMarked;
