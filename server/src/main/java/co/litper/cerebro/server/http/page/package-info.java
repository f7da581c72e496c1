/**
 * The page that shows the API: files that lie beside the code, nothing fetched from elsewhere.
 *
 * <p>In: nothing. Out: {@link co.litper.cerebro.server.http.page.PageRoutes}.
 */
@NullMarked
package co.litper.cerebro.server.http.page;

import org.jspecify.annotations.NullMarked;
