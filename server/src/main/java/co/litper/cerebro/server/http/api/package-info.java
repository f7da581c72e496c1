/**
 * The endpoints under {@code /api/v1}.
 *
 * <p>In: calls; the installation, its live view. Out: {@link co.litper.cerebro.server.http.api.ApiRoutes}, the list of them.
 */
@NullMarked
package co.litper.cerebro.server.http.api;

import org.jspecify.annotations.NullMarked;
