/**
 * The OpenAPI 3.1 document, made of the routes themselves and of schemas written by hand.
 *
 * <p>In: routes. Out: {@link co.litper.cerebro.server.http.openapi.OpenApi}.
 */
@NullMarked
package co.litper.cerebro.server.http.openapi;

import org.jspecify.annotations.NullMarked;
