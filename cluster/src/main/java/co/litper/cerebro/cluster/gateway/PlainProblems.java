package co.litper.cerebro.cluster.gateway;

import co.litper.cerebro.server.http.route.ApiProblem;
import co.litper.cerebro.server.http.route.ErrorPages;
import java.nio.charset.StandardCharsets;

/** Tells a person with a browser what a program would be told: a gateway has no pages. */
final class PlainProblems implements ErrorPages {
    @Override
    public byte[] page(ApiProblem problem, Asked asked) {
        String title = escaped(problem.code().title());
        String page =
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + title + "</title><h1>" + title
                        + "</h1><p>" + escaped(problem.detail()) + "</p><p>" + escaped(asked.call())
                        + "</p><p><a href=\"/api-docs/\">/api-docs/</a></p></html>\n";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
