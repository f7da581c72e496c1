@NullMarked
package co.litper.cerebro.server.http;

import org.jspecify.annotations.NullMarked;
